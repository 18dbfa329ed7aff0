using System.Net;
using System.Text;
using Microsoft.Net.Http.Headers;
using Writ.Documents;

namespace WritService.Pages;

/// <summary>The two pages for people: <c>/verify</c> for judges and <c>/pad</c> for signature tablets, with all they are made of. Nothing comes from elsewhere.</summary>
internal static class PageCalls
{
    // What a page may do: run the house's own scripts, style itself, and call this service. Never framed, no form leaves it.
    private const string Policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private const string WorkerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(PageViewer.Open(builder.Configuration));
        builder.Services.AddSingleton((builder.Configuration.GetSection("Writ:Pad").Get<PadSettings>(options => options.ErrorOnUnknownConfiguration = true) ?? new PadSettings()).Checked());
    }

    public static void MapPages(this WebApplication app)
    {
        PageViewer viewer = app.Services.GetRequiredService<PageViewer>();
        RouteGroupBuilder pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        // The report brings its style with it; the page that shows it has the same.
        PageFile verify = Page("verify.html", viewer, ("report-style", ReportPage.Style));
        pages.MapGet("/verify", (HttpResponse response) => Answer(verify, response)).WithMetadata(new ContentPolicy($"{Policy}; style-src 'self' '{ReportPage.Hash(ReportPage.Style)}'"));
        PageFile pad = Page("pad.html", viewer, ("openers", WebUtility.HtmlEncode(string.Join(' ', app.Services.GetRequiredService<PadSettings>().Openers ?? []))));
        pages.MapGet("/pad", (HttpResponse response) => Answer(pad, response)).WithMetadata(new ContentPolicy($"{Policy}; style-src 'self'"));
        pages.MapGet("/pages/{name}", static (string name, HttpResponse response) => PageFile.Parts.TryGetValue(name, out PageFile? part) ? Answer(part, response) : Results.NotFound());
        pages.MapGet("/pages/pdfjs/{version}/{**name}", (string version, string name, HttpResponse response) => Answer(viewer, version, name, response)).WithMetadata(new ContentPolicy(WorkerPolicy));
    }

    private static PageFile Page(string name, PageViewer viewer, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        PageFile page = PageFile.Open(name);
        string text = Encoding.UTF8.GetString(page.Bytes).Replace("{{viewer}}", viewer.IsPresent ? $"pages/pdfjs/{viewer.Version}/" : "", StringComparison.Ordinal);
        foreach ((string fact, string value) in facts)
            text = text.Replace($"{{{{{fact}}}}}", value, StringComparison.Ordinal);
        return PageFile.Of(Encoding.UTF8.GetBytes(text), page.MediaType);
    }

    // Asked for anew each time, sent only when it has changed: page and scripts are always of one version.
    private static IResult Answer(PageFile file, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return Results.Bytes(file.Bytes, file.MediaType, entityTag: file.Tag);
    }

    // The version is part of the address, so what it names may be kept for ever.
    private static IResult Answer(PageViewer viewer, string version, string name, HttpResponse response)
    {
        if (version != viewer.Version || viewer.Find(name) is not { } file)
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(file.Path, file.MediaType, lastModified: File.GetLastWriteTimeUtc(file.Path), entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }
}
