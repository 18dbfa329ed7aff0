using System.Diagnostics;

namespace Writ.Conformance;

/// <summary>An outside program that judges our documents. It is absent when it is not installed, and then its tests are skipped aloud.</summary>
internal sealed class Judge
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static readonly Judge Qpdf = new("qpdf");
    public static readonly Judge PdfSig = new("pdfsig");
    public static readonly Judge PdfFonts = new("pdffonts");
    public static readonly Judge PdfToText = new("pdftotext");
    public static readonly Judge PdfInfo = new("pdfinfo");
    public static readonly Judge MuTool = new("mutool");
    public static readonly Judge OpenSsl = new("openssl");

    /// <summary>The command to run veraPDF: <c>WRIT_VERAPDF</c>.</summary>
    public static readonly Judge VeraPdf = new("verapdf", "WRIT_VERAPDF");

    /// <summary>The command to run pyHanko: <c>WRIT_PYHANKO</c>.</summary>
    public static readonly Judge PyHanko = new("pyhanko", "WRIT_PYHANKO");

    private readonly string[]? command;

    private Judge(string name, string? variable = null)
    {
        Name = name;
        string[] told = (variable is null ? null : Environment.GetEnvironmentVariable(variable))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        command = told.Length > 0 ? told : OnPath(name) is { } found ? [found] : null;
    }

    public string Name { get; }

    public bool IsPresent => command is not null;

    public static Judge Of(string name) =>
        new[] { Qpdf, PdfSig, PdfFonts, PdfToText, PdfInfo, MuTool, OpenSsl, VeraPdf, PyHanko }.Single(judge => judge.Name == name);

    public Ruling Ask(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(command![0], command[1..].Concat(arguments)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{Name} does not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{Name} does not end.");
        }
        return new Ruling(process.ExitCode, output.Result, errors.Result);
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/local/bin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>What a judge said.</summary>
internal sealed record Ruling(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Errors}";
}
