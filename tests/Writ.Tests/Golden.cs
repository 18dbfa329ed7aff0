namespace Writ.Tests;

/// <summary>
/// Text goldens in <c>tests/golden/</c>. <c>WRIT_BLESS=1</c> writes the actual text instead of comparing; under <c>CI</c> blessing is refused.
/// </summary>
internal static class Golden
{
    /// <summary>The folder that holds WritService.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static void Check(string relativePath, string actual)
    {
        string file = Path.Combine(Root, "tests", "golden", relativePath);
        string found = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("WRIT_BLESS") == "1")
        {
            if (Environment.GetEnvironmentVariable("CI") is not (null or ""))
                throw new InvalidOperationException("WRIT_BLESS is refused under CI: goldens are blessed by a person.");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, found);
            return;
        }
        Assert.True(File.Exists(file), $"No golden at {file}; bless it with WRIT_BLESS=1 after reading it:\n{found}");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), found);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "WritService.sln")))
                return at.FullName;
        throw new InvalidOperationException("WritService.sln is nowhere above " + AppContext.BaseDirectory);
    }
}
