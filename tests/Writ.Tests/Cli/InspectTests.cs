using System.CommandLine;
using System.Text.Json;
using Writ.Cli;
using Writ.Tests.Documents.Attesting;
using static Writ.Tests.Documents.Attesting.Scene;

namespace Writ.Tests.Cli;

/// <summary>What a court reads from the file alone, without service, templates or keys.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("writ-inspect-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Slots_state_and_history_are_in_the_file()
    {
        var before = Issued("xianchang-bilu");
        var document = Recorded(before, Act("signature", "party", Person("王海涛", ink: true), before, ("everyPage", true)));
        Assert.Equal(ExitCode.Passed, Inspect(document, out var answer));
        using var report = JsonDocument.Parse(File.ReadAllBytes(answer));
        Assert.Equal((true, false), (report.RootElement.GetProperty("issued").GetBoolean(), report.RootElement.GetProperty("closed").GetBoolean()));
        var party = report.RootElement.GetProperty("slots").EnumerateArray().Single(slot => slot.GetProperty("name").GetString() == "party");
        Assert.Equal("attested", party.GetProperty("standing").GetString());
        var act = Assert.Single(report.RootElement.GetProperty("acts").EnumerateArray());
        Assert.Equal("signature", act.GetProperty("record").GetProperty("act").GetProperty("act").GetString());
        Assert.Contains("\"王海涛\"", File.ReadAllText(answer));
    }

    [Fact]
    public void A_file_of_others_is_refused() => Assert.Equal(ExitCode.Failed, Inspect("%PDF-1.7 nothing"u8.ToArray(), out _));

    private int Inspect(byte[] document, out string answer)
    {
        var file = Path.Combine(folder, "document.pdf");
        answer = Path.Combine(folder, "answer.json");
        File.WriteAllBytes(file, document);
        return InspectCommand.Create().Parse([file, "--out", answer]).Invoke();
    }
}
