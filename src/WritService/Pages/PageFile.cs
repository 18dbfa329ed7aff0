using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace WritService.Pages;

/// <summary>A file of the pages as it is built into the service: its bytes, media type and entity tag.</summary>
internal sealed record PageFile(byte[] Bytes, string MediaType, EntityTagHeaderValue Tag)
{
    private const string Prefix = "pages/";

    /// <summary>Styles and scripts by name; the pages themselves have addresses of their own.</summary>
    public static IReadOnlyDictionary<string, PageFile> Parts { get; } =
        typeof(PageFile).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(static name => name[Prefix.Length..], static name => Open(name[Prefix.Length..]), StringComparer.Ordinal);

    public static PageFile Open(string name)
    {
        using Stream resource = typeof(PageFile).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"The page file {name} is not built in.");
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return Of(bytes, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            var other => throw new InvalidOperationException($"A page file has no media type: {other}"),
        });
    }

    public static PageFile Of(byte[] bytes, string mediaType) => new(bytes, mediaType, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
}
