using Microsoft.Net.Http.Headers;

namespace WritService.Problems;

/// <summary>The two languages the service answers in. Chinese is what a caller hears who asks for nothing.</summary>
internal enum Language { Chinese, English }

internal static class Languages
{
    public static string Tag(this Language language) => language == Language.English ? "en" : "zh-CN";

    /// <summary>The language asked for by Accept-Language (RFC 9110, 12.5.4): the highest weight wins, the first of equals, q=0 never.</summary>
    public static Language Of(HttpRequest request)
    {
        (Language Language, double Weight) best = (Language.Chinese, 0);
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? asked))
            return best.Language;
        foreach (StringWithQualityHeaderValue item in asked)
        {
            Language? spoken = Primary(item.Value.Value ?? "") switch { "zh" => Language.Chinese, "en" => Language.English, "*" => Language.Chinese, _ => null };
            double weight = item.Quality ?? 1;
            if (spoken is { } language && weight > best.Weight)
                best = (language, weight);
        }
        return best.Language;
    }

    private static string Primary(string tag) => tag.Split('-', 2)[0].ToLowerInvariant();
}
