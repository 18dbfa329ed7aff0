using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writ.Outside;

namespace WritService.Tests.Documentation;

/// <summary>What the pages tell people to type is typed here, page by page, from top to bottom, against a running service.</summary>
public sealed partial class PageTests(PageTests.RunningHouse house) : IClassFixture<PageTests.RunningHouse>
{
    private const string Address = "http://127.0.0.1:8080";

    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_of_a_page_runs_as_it_stands(string name)
    {
        string commands = string.Concat(Find(name).Blocks.Where(block => block.Language == "sh").Select(block => block.Text));
        if (commands.Length == 0)
            return;
        string folder = Directory.CreateTempSubdirectory("writ-page-").FullName;
        foreach (string shown in new[] { "templates", "certs-dev", "openapi", "deploy" })
            Directory.CreateSymbolicLink(Path.Combine(folder, shown), Path.Combine(WritHouse.Root, shown));
        // -f: an answer of 400 or more ends the script. ./writ would build; the binary was built with these tests, in the same configuration.
        string writ = AppContext.BaseDirectory.Replace(Path.Combine("tests", "WritService.Tests"), Path.Combine("src", "Writ.Cli"), StringComparison.Ordinal) + "writ.dll";
        await Run($"set -euo pipefail\ncurl() {{ command curl -f \"$@\"; }}\n./writ() {{ dotnet '{writ}' \"$@\"; }}\n{commands.Replace(Address, house.Address, StringComparison.Ordinal)}", folder);
        foreach (string headers in Directory.EnumerateFiles(folder, "headers*.txt"))
            Assert.Contains("Writ-Verdict: passed", await File.ReadAllTextAsync(headers));
        foreach (string document in Directory.EnumerateFiles(folder, "*.pdf"))
            Assert.True(new FileInfo(document).Length > 10_000, document);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Commands that need a cluster, systemd or a machine of their own; every other one is run. Whoever adds one counts it here.</summary>
    [Fact]
    public void Few_commands_cannot_be_run_by_a_test()
    {
        Assert.All(Page.All.SelectMany(page => page.Blocks), block => Assert.Contains(block.Language, new[] { "sh", "console", "json", "json seals", "text" }));
        string[] not = [.. Page.All.SelectMany(page => page.Blocks.Where(block => block.Language == "console").Select(block => page.Name)).Order(StringComparer.Ordinal)];
        Assert.Equal(["README.md", "README.md", "README.zh-CN.md", "docs/operating.md", "docs/operating.md", "docs/operating.md"], not);
    }

    [Fact]
    public void Every_JSON_shown_is_what_it_is_said_to_be()
    {
        foreach ((Page page, Block block) in Page.All.SelectMany(page => page.Blocks.Where(block => block.Language.StartsWith("json", StringComparison.Ordinal)).Select(block => (page, block))))
        {
            string file = Path.GetTempFileName();
            File.WriteAllText(file, block.Text);
            if (block.Language == "json seals")
                Assert.NotEmpty(SealSettings.Read(file).Keys);
            else
                Assert.True(JsonElement.Parse(block.Text).ValueKind == JsonValueKind.Object, $"{page.Name}:{block.Line}");
            File.Delete(file);
        }
    }

    [Fact]
    public void Every_file_a_page_points_to_is_there()
    {
        foreach (string page in (string[])[.. Page.All.Select(page => page.Name), "src/README.md"])
            foreach (Match link in Links().Matches(File.ReadAllText(Path.Combine(WritHouse.Root, page))))
                Assert.True(Path.Exists(Path.Combine(WritHouse.Root, Path.GetDirectoryName(page)!, link.Groups[1].Value)), $"{page}: {link.Groups[1].Value}");
    }

    [Fact]
    public void Every_guide_is_in_both_languages_and_both_READMEs_point_to_it()
    {
        string[] guides = Guides("README.md", "Guides");
        Assert.Equal(guides, Guides("README.zh-CN.md", "指南"));
        foreach (string guide in guides)
        {
            string[] halves = Find(guide).Text.Split("\n## In English\n");
            Assert.True(halves.Length == 2 && halves[0].Length > 500 && halves[1].Length > 500, guide);
        }

        static string[] Guides(string readme, string heading) => [.. Links().Matches(Find(readme).Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0]).Select(link => link.Groups[1].Value)];
    }

    private static Page Find(string name) => Page.All.Single(page => page.Name == name);

    private static async Task Run(string script, string folder)
    {
        ProcessStartInfo start = new("bash", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WRIT_ROOT"] = WritHouse.Root;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        string said = await output;
        Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}\n{await errors}\n{said[Math.Max(0, said.Length - 2_000)..]}");
    }

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Links();

    /// <summary>The service in this process, listening on a port of its own; one for all pages.</summary>
    public sealed class RunningHouse : IDisposable
    {
        private readonly WritHouse house = new();

        public RunningHouse()
        {
            house.UseKestrel(0);
            Address = house.CreateClient().BaseAddress!.ToString().TrimEnd('/');
        }

        internal string Address { get; }

        public void Dispose() => house.Dispose();
    }
}
