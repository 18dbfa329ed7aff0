using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using WritService.Pages;

namespace WritService.Tests.Pages;

/// <summary>Debian's Chromium before the service on loopback: one of each for all tests of the pages.</summary>
public sealed class Browser : WritHouse, IAsyncLifetime
{
    public const string Cases = "http://cases.example";
    private const float Patience = 60_000; // milliseconds; nothing waits longer than it must, and a loaded machine is no fault of a page
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public Browser() : base(("Writ:Pad:Openers:0", Cases)) => UseKestrel(0);

    /// <summary>Why the pages cannot be tried in a browser here; null when they can.</summary>
    internal static string? Lacking { get; } =
        !File.Exists(Chromium) ? $"outside judge not installed: {Chromium}"
        : !PageViewer.Open(new ConfigurationBuilder().Build()).IsPresent ? "pdf.js not installed: .setup/pdfjs.sh" : null;

    internal string Address { get; private set; } = "";

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Lacking is not null)
            return;
        Client = CreateClient();
        Address = Client.BaseAddress!.ToString().TrimEnd('/');
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Flags });
    }

    /// <summary>A page of its own, with what its console complained about.</summary>
    internal async Task<(IPage Page, List<string> Complaints)> OpenAsync(int width = 1280, int height = 800)
    {
        IBrowserContext context = await chromium!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = true, Locale = "zh-CN", TimezoneId = "Asia/Shanghai" });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        List<string> complaints = [];
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, fault) => complaints.Add(fault);
        return (page, complaints);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (chromium is not null)
            await chromium.CloseAsync();
        playwright?.Dispose();
        await DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
