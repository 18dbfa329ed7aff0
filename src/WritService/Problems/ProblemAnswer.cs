using System.Diagnostics;
using WritService.Bodies;

namespace WritService.Problems;

/// <summary>A call's answer when it cannot do what was asked: <c>application/problem+json</c> in the caller's language.</summary>
internal sealed class ProblemAnswer(ProblemKind kind, Func<Language, string>? detail = null, Func<Language, IReadOnlyList<DataError>>? errors = null, int? retryAfter = null)
    : IResult, IStatusCodeHttpResult
{
    public const string MediaType = "application/problem+json";

    public ProblemKind Kind { get; } = kind;
    public int? StatusCode => Kind.Status;

    public static ProblemAnswer Of(ProblemKind kind, string zh, string en) => new(kind, language => language == Language.English ? en : zh);

    public ProblemBody Body(HttpContext context)
    {
        Language language = Languages.Of(context.Request);
        return new ProblemBody($"/problems/{Kind.Code}", Kind.Title(language), Kind.Status, detail?.Invoke(language) ?? Kind.Advice(language),
            context.Request.Path, Kind.Code, TraceId(context), errors?.Invoke(language));
    }

    public Task ExecuteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.StatusCode = Kind.Status;
        context.Features.Set(Kind); // for the log and the measurements
        response.Headers.ContentLanguage = Languages.Of(context.Request).Tag();
        response.Headers.CacheControl = "no-store";
        response.Headers.Append("Vary", "Accept-Language");
        if (Kind.Status == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
            response.Headers.WWWAuthenticate = "Bearer realm=\"writ\""; // RFC 9110, 15.5.2
        if (retryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString();
        return response.WriteAsJsonAsync(Body(context), AnswerJson.Context.ProblemBody, MediaType, context.RequestAborted);
    }

    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
