using System.Diagnostics;
using System.Net.Http;

namespace WritService.Tests.Documentation;

/// <summary>What the README tells people to type is typed here.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_call_of_the_README_works_as_it_stands()
    {
        using WritHouse house = new();
        house.UseKestrel(0);
        string address = house.CreateClient().BaseAddress!.ToString().TrimEnd('/');
        string script = Block("url=http://127.0.0.1:8080").Replace("http://127.0.0.1:8080", address, StringComparison.Ordinal);
        string folder = Directory.CreateTempSubdirectory("writ-readme-").FullName;

        // -f: an answer of 400 or more ends the script.
        await Run($"set -euo pipefail\ncurl() {{ command curl -f \"$@\"; }}\n{script}", folder);
        Assert.Contains("Writ-Verdict: passed", await File.ReadAllTextAsync(Path.Combine(folder, "headers.txt")));
        foreach (string file in new[] { "writ.pdf", "sealed.pdf", "archived.pdf", "writ.json" })
            Assert.True(new FileInfo(Path.Combine(folder, file)).Length > 10_000, file);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Every_file_the_README_points_to_is_there()
    {
        foreach (string readme in new[] { "README.md", "src/README.md" })
            foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Path.Combine(WritHouse.Root, readme)), @"\]\((?!http)([^)#]+)\)"))
                Assert.True(Path.Exists(Path.Combine(WritHouse.Root, Path.GetDirectoryName(readme)!, link.Groups[1].Value)), $"{readme}: {link.Groups[1].Value}");
    }

    private static string Block(string containing) =>
        File.ReadAllText(Path.Combine(WritHouse.Root, "README.md")).Split("```").Single(block => block.StartsWith("sh\n", StringComparison.Ordinal) && block.Contains(containing, StringComparison.Ordinal))[3..];

    private static async Task Run(string script, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}\n{await output}\n{await errors}");
    }
}
