namespace Writ.Outside;

/// <summary>Whom to ask for the time, and how patiently.</summary>
/// <param name="Authorities">Asked in this order.</param>
/// <param name="Timeout">For one question.</param>
/// <param name="Attempts">Questions to one authority before the next is asked; at least 1.</param>
/// <param name="Backoff">Pause before the second attempt; doubled for each one after.</param>
/// <param name="BreakAfter">Failures in a row after which an authority is left alone.</param>
/// <param name="BreakFor">For how long.</param>
/// <param name="Tolerance">How far an authority's clock may be from ours.</param>
internal sealed record TimestampSettings(
    IReadOnlyList<Uri> Authorities,
    TimeSpan Timeout,
    int Attempts,
    TimeSpan Backoff,
    int BreakAfter,
    TimeSpan BreakFor,
    TimeSpan Tolerance)
{
    public static TimestampSettings For(params IReadOnlyList<Uri> authorities) =>
        new(authorities, TimeSpan.FromSeconds(5), 2, TimeSpan.FromMilliseconds(200), 3, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
}
