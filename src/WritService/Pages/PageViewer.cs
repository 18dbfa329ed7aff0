using System.Collections.Frozen;
using System.Text.Json;

namespace WritService.Pages;

/// <summary>
/// Mozilla's pdf.js as <c>.setup/pdfjs.sh</c> brings it, with which the pages show documents: <c>Writ:PdfJs</c>, else <c>WRIT_PDFJS</c>, names its
/// folder. The service runs without it.
/// </summary>
internal sealed class PageViewer
{
    private const string Default = "/usr/local/share/writ/pdfjs";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".mjs"] = "text/javascript; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".bcmap"] = "application/octet-stream",
        [".pfb"] = "application/octet-stream",
        [".ttf"] = "font/ttf",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> files;

    private PageViewer(string folder, string? version, FrozenDictionary<string, string> files)
    {
        Folder = folder;
        Version = version;
        this.files = files;
    }

    public string Folder { get; }

    /// <summary>Null when it is absent. Part of every address below which its files are served: what has an address never changes.</summary>
    public string? Version { get; }

    public bool IsPresent => Version is not null;

    /// <exception cref="InvalidDataException">The folder is there and holds something else.</exception>
    public static PageViewer Open(IConfiguration configuration)
    {
        string folder = Path.GetFullPath(configuration["Writ:PdfJs"] ?? Environment.GetEnvironmentVariable("WRIT_PDFJS") ?? Default);
        string package = Path.Combine(folder, "package.json");
        if (!File.Exists(package))
            return new PageViewer(folder, null, FrozenDictionary<string, string>.Empty);
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllBytes(package));
        if (facts.RootElement is not { ValueKind: JsonValueKind.Object } members || !members.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.String)
            throw new InvalidDataException($"{package} names no version. Run .setup/pdfjs.sh");
        return new PageViewer(folder, version.GetString(), Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Types.ContainsKey(Path.GetExtension(file)))
            .ToFrozenDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), StringComparer.Ordinal));
    }

    /// <summary>Where a file lies and its media type; null for what was not there when the service started.</summary>
    public (string Path, string MediaType)? Find(string name) => files.TryGetValue(name, out string? path) ? (path, Types[Path.GetExtension(path)]) : null;
}
