using Microsoft.Net.Http.Headers;

namespace WritService.Bodies;

/// <summary>Content negotiation by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class Accepting
{
    /// <summary>Of the media types a call offers the one the caller accepts best, the first of equals; the first when it does not say; null when it accepts none.</summary>
    public static string? Best(HttpRequest request, params ReadOnlySpan<string> offered)
    {
        if (request.Headers.Accept.Count == 0)
            return offered[0];
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out IList<MediaTypeHeaderValue>? asked))
            return null;
        (string? Type, double Weight) best = (null, 0);
        foreach (string type in offered)
            if (Weight(asked, type) is var weight && weight > best.Weight)
                best = (type, weight);
        return best.Type;
    }

    // The most specific range decides: an exact type before type/*, that before */*.
    private static double Weight(IList<MediaTypeHeaderValue> asked, string type)
    {
        MediaTypeHeaderValue own = new(type);
        return asked.Where(own.IsSubsetOf).OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).Select(range => range.Quality ?? 1).FirstOrDefault(0);
    }
}
