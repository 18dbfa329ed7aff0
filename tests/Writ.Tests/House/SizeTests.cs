using System.Text.RegularExpressions;

namespace Writ.Tests.House;

/// <summary>Long files and catch clauses are known by name: a new one is a decision, not an accident.</summary>
public sealed partial class SizeTests
{
    private const int SpeakUpAt = 600;

    [Fact]
    public void Files_over_600_lines_are_known_by_name() =>
        Golden.Check("house/long-files.txt", string.Concat(Sources.All.Where(f => f.Lines > SpeakUpAt).Select(f => f.Path + "\n")));

    [Fact]
    public void Catch_clauses_are_counted() =>
        Golden.Check("house/catch-clauses.txt", string.Concat(Sources.All
            .Select(f => (f.Path, Count: Catch().Count(f.Code))).Where(f => f.Count > 0).Select(f => $"{f.Count} {f.Path}\n")));

    [GeneratedRegex(@"\bcatch\b")]
    private static partial Regex Catch();
}
