namespace Writ.Outside;

/// <summary>Where an installation keeps what is not code. Each folder can be named on its own; otherwise it lies below the root.</summary>
/// <param name="Templates">Packs, profiles, shared partials, styles and schemas.</param>
/// <param name="Fonts">The file that maps font roles to font files.</param>
/// <param name="Certificates">Development certificates: recipe, and what was made from it.</param>
/// <param name="Seals">The file that names a bureau's own seal keys and authorities; null for the development ones.</param>
internal sealed record HouseFolders(string Templates, string Fonts, string Certificates, string? Seals = null)
{
    /// <summary>
    /// <paramref name="setting"/> answers for <c>Root</c>, <c>Templates</c>, <c>Fonts</c>, <c>Certificates</c> and <c>Seals</c>, null where nothing is set.
    /// Without a root it is the nearest folder above the program, or above the current one, that has <c>templates</c> in it.
    /// </summary>
    public static HouseFolders Find(Func<string, string?> setting)
    {
        string root = setting("Root") ?? Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;
        return new HouseFolders(
            setting("Templates") ?? Path.Combine(root, "templates"),
            setting("Fonts") ?? FontsBelow(root),
            setting("Certificates") ?? Path.Combine(root, "certs-dev"),
            setting("Seals"));
    }

    /// <summary>Settings from the environment: <c>WRIT_ROOT</c>, <c>WRIT_TEMPLATES</c>, <c>WRIT_FONTS_FILE</c>, <c>WRIT_CERTIFICATES</c>, <c>WRIT_SEALS</c>.</summary>
    public static HouseFolders FromEnvironment() => Find(static name => Environment.GetEnvironmentVariable(name switch
    {
        "Root" => "WRIT_ROOT",
        "Templates" => "WRIT_TEMPLATES",
        "Fonts" => "WRIT_FONTS_FILE",
        "Seals" => "WRIT_SEALS",
        _ => "WRIT_CERTIFICATES",
    }) is { Length: > 0 } value ? value : null);

    // In the repository the mapping stands beside the service; in an installation beside the templates.
    private static string FontsBelow(string root) =>
        Path.Combine(root, "src", "WritService", "fonts.json") is var inSources && File.Exists(inSources) ? inSources : Path.Combine(root, "fonts.json");

    private static string? Above(string start)
    {
        for (DirectoryInfo? at = new(start); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "templates")))
                return at.FullName;
        return null;
    }
}
