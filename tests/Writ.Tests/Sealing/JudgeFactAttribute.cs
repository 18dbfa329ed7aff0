using System.Diagnostics;

namespace Writ.Tests.Sealing;

/// <summary>A fact that asks outside programs; where one is absent it is skipped, and says so.</summary>
public sealed class JudgeFactAttribute : FactAttribute
{
    public JudgeFactAttribute(params string[] programs)
    {
        var missing = programs.Where(p => !Judge.Present(p)).ToList();
        if (missing.Count > 0)
            Skip = $"outside judge not installed: {string.Join(", ", missing)}";
    }
}

/// <summary>Runs outside programs in a folder of their own.</summary>
internal sealed class Judge : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("writ-judge-").FullName;

    public static bool Present(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, program)));

    public string PathOf(string name) => Path.Combine(folder, name);

    public string Put(string name, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public string Put(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
