namespace Writ.Tests.Sealing.Checking;

/// <summary>A fact about the corpus of foreign files beside the repository; where it is absent it is skipped, and says so.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Folder is null)
            Skip = "the corpus of foreign files is not beside the repository (../shared, or WRIT_SHARED)";
    }

    internal static string? Folder => new[] { Environment.GetEnvironmentVariable("WRIT_SHARED"), Path.Combine(Golden.Root, "..", "shared") }
        .OfType<string>().Select(s => Path.Combine(s, "corpus", "verify")).FirstOrDefault(Directory.Exists);
}
