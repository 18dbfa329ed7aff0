using System.Diagnostics;

namespace WritService.Tests.Contract;

/// <summary>The clients that are generated from the contract take the whole road on a running service. </summary>
public sealed class ClientTests
{
    private static readonly string[] Walked = ["rendered songda-huizheng", "sealed by bureau, passed", "problem 422 data-rejected, True"];

    [Fact]
    public async Task The_CSharp_client_takes_the_whole_road() =>
        await Walk("csharp", "./generate.sh", "dotnet build -c Release -v q -nologo", "dotnet bin/Release/net10.0/WritService.Client.dll");

    [NodeFact]
    public async Task The_contract_is_without_a_linters_complaint_and_the_TypeScript_client_takes_the_whole_road() =>
        await Walk("typescript", "./generate.sh", "", "npm run --silent walk --");

    private static async Task Walk(string language, string generate, string build, string walk)
    {
        string folder = Path.Combine(WritHouse.Root, "clients", language);
        using WritHouse house = new();
        house.UseKestrel(0);
        string address = house.CreateClient().BaseAddress!.ToString().TrimEnd('/');
        string text = await Run($"{generate} && {(build.Length > 0 ? build + " && " : "")}{walk} {address}", folder);
        Assert.All(Walked, line => Assert.Contains(line, text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> Run(string script, string folder)
    {
        (int code, string text) = await Bash(script, folder);
        Assert.True(code == 0, $"exit {code}\n{text}");
        return text;
    }

    private static async Task<(int Code, string Text)> Bash(string script, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> told = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await told + await errors);
    }
}
