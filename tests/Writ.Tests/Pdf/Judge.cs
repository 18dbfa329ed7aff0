using System.Diagnostics;

namespace Writ.Tests.Pdf;

/// <summary>Programs of others that say what they think of a file, where they are installed.</summary>
internal static class Judge
{
    public static bool IsAbsent(string program) => !File.Exists(program);

    public static (int ExitCode, string Output) Ask(string program, byte[] file, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"writ-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, file);
        try
        {
            using var judge = Process.Start(new ProcessStartInfo(program, [.. arguments, path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = judge.StandardOutput.ReadToEnd() + judge.StandardError.ReadToEnd();
            judge.WaitForExit();
            return (judge.ExitCode, output);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
