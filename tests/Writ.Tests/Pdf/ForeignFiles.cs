namespace Writ.Tests.Pdf;

/// <summary>The reference corpus beside the repository, which is not part of it. Where it is absent the tests that read it say so and pass.</summary>
internal static class ForeignFiles
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<string> Paths => Folder is null ? [] : Directory.EnumerateFiles(Folder, "*.pdf").Order(StringComparer.Ordinal);

    private static string? Find()
    {
        var shared = Path.Combine(Golden.Root, "..", "shared");
        if (!Directory.Exists(shared)) shared = Environment.GetEnvironmentVariable("WRIT_SHARED") ?? shared;
        var folder = Path.Combine(shared, "corpus", "verify");
        return Directory.Exists(folder) ? folder : null;
    }
}
