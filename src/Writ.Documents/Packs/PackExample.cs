namespace Writ.Documents;

/// <summary>Case data a pack ships with, and the profile it is meant for.</summary>
/// <param name="Name">File name without extension and profile: <c>ordinary</c>.</param>
/// <param name="Profile">Id of the profile: <c>default</c>, or the middle part of <c>leaving.tonghua.json</c>.</param>
/// <param name="Json">The data as UTF-8 JSON.</param>
/// <param name="Expected">For a rejected example, the problems it must raise; null for an example that passes.</param>
public sealed record PackExample(string Name, string Profile, ReadOnlyMemory<byte> Json, IReadOnlyList<ExpectedProblem>? Expected)
{
    /// <summary>The moment all examples are judged at, 2026-11-20 10:00 in Beijing: what one of them calls tomorrow must not become yesterday.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(8));

    public bool IsRejected => Expected is not null;
}
