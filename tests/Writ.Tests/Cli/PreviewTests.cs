using System.Net;
using System.Text.Json;
using Writ.Cli;
using Writ.Outside;
using Writ.Typesetting;

namespace Writ.Tests.Cli;

/// <summary>The preview over its loopback address: the page, the state, the document, and news when a template changes.</summary>
public sealed class PreviewTests : IDisposable
{
    private static readonly Lazy<FontLibrary> Fonts = new(() => FontFiles.Open(Path.Combine(Golden.Root, "src", "WritService", "fonts.json")));
    private readonly string templates = Directory.CreateTempSubdirectory("writ-preview-").FullName;
    private readonly PreviewDesk desk;

    public PreviewTests()
    {
        Copy(Path.Combine(Golden.Root, "templates"), templates);
        desk = new PreviewDesk(templates, Fonts.Value);
    }

    public void Dispose() => Directory.Delete(templates, recursive: true);

    [Fact]
    public void A_mistake_is_shown_with_file_line_and_column()
    {
        Break();
        PreviewResult result = desk.Look(new PreviewRequest("cuigao-shu", "ordinary", null));
        Assert.True(result.Pdf.IsEmpty);
        Assert.Contains(result.Problems, problem => problem is { File: "cuigao-shu/writ.sbn", Line: 1, Column: 4, Code: "pack-field-undeclared" });
    }

    [Fact]
    public async Task The_browser_gets_page_state_and_document_and_hears_of_changes()
    {
        using PreviewServer server = new(desk, port: 0);
        using TemplateWatch watch = new(templates, server.Announce);
        using CancellationTokenSource stop = new(TimeSpan.FromMinutes(10));
        Task running = server.RunAsync(stop.Token);
        using HttpClient browser = new() { BaseAddress = server.Address };

        Assert.Contains("<title>文书预览</title>", await browser.GetStringAsync("/", stop.Token), StringComparison.Ordinal);
        JsonElement state = JsonElement.Parse(await browser.GetStringAsync("/state?pack=催告书&profile=tonghua", stop.Token));
        Assert.Equal(("tonghua", true), (state.GetProperty("profile").GetString(), state.GetProperty("rendered").GetBoolean()));
        // The example is another bureau's: its number is noticed, and nothing else.
        Assert.Equal("V-N01", Assert.Single(state.GetProperty("problems").EnumerateArray()).GetProperty("code").GetString());
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await browser.GetByteArrayAsync("/document.pdf?pack=cuigao-shu", stop.Token)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/../pack.json", stop.Token)).StatusCode);

        using StreamReader events = new(await browser.GetStreamAsync("/events", stop.Token));
        Assert.Equal("data: 0", await events.ReadLineAsync(stop.Token));
        await events.ReadLineAsync(stop.Token);
        Break();
        Assert.StartsWith("data: ", await events.ReadLineAsync(stop.Token), StringComparison.Ordinal);
        state = JsonElement.Parse(await browser.GetStringAsync("/state?pack=cuigao-shu", stop.Token));
        Assert.False(state.GetProperty("rendered").GetBoolean());
        Assert.Equal(1, state.GetProperty("problems")[0].GetProperty("line").GetInt32());
        await stop.CancelAsync();
        await running;
    }

    private void Break()
    {
        string script = Path.Combine(templates, "cuigao-shu", "writ.sbn");
        File.WriteAllText(script, "{{ data.nothing }}" + File.ReadAllText(script));
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
