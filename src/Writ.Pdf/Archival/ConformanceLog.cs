namespace Writ.Pdf;

/// <summary>Collects violations while a document is written; writing goes on, the caller decides at the end.</summary>
public sealed class ConformanceLog
{
    // A fault in a template repeats on every page: past this number nobody reads on.
    private const int Most = 200;

    private readonly List<Violation> violations = [];
    private object? location;

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>What is written from here on: any value that tells the caller where in his source he is.</summary>
    public void At(object? source) => location = source;

    internal void Add(string clause, string message) => Add(clause, message, location);

    internal void Add(string clause, string message, object? source)
    {
        if (violations.Count < Most) violations.Add(new Violation(clause, message, source));
    }
}
