using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Observing;
using WritService.Problems;

namespace WritService.Verify;

/// <summary>A document in, a report out. A bad document is a finding, never a problem.</summary>
internal static class VerifyCalls
{
    private const string Page = "text/html", Json = "application/json", Pdf = "application/pdf";
    private const int LongestName = 200;

    public static void MapVerifying(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/documents/verify", Verify).WithName("verifyDocument").WithTags("Documents")
            .Needs(Scopes.Verify).IsWork().TakesQuery("name").AddEndpointFilter(BoundBody.Refuse)
            .WithMetadata(new ContentPolicy($"{ReportPage.Policy}; frame-ancestors 'none'"))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(VerificationReport), [Json, Page, Pdf]))
            .Refuses(ProblemKinds.InvalidEnvelope, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType)
            .WithSummary("核验 · Verify a document")
            .WithDescription("核验文件中每枚签章的完整性、覆盖范围、时间戳和证书链，并核对文书自述；Accept: text/html 得到供人阅读的报告，application/pdf 得到可归档的报告。Integrity, coverage, timestamp and chain of every seal in the file, and what a writ says of itself; Accept: text/html yields a report for people, application/pdf one for the dossier.");
    }

    /// <param name="name">文件名，仅在报告中重复。Name of the file; only repeated in the report for people.</param>
    private static IResult Verify(HttpContext context, DocumentBody body, Chancery house, CancellationToken cancel, string name = "—")
    {
        (Report report, WritReview? review) = house.Review(body.Value, house.Examine(body.Value, cancel));
        string verdict = Verdicts.Of(report).Word();
        Instruments.Verdict(verdict);
        context.Response.Headers["Writ-Verdict"] = verdict;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        string shown = name.Length <= LongestName ? name : name[..LongestName];
        return Wanted(context.Request) switch
        {
            Page => TypedResults.Content(ReportPage.Write(shown, body.Value, report, review, house.Now), $"{Page}; charset=utf-8"),
            Pdf => TypedResults.Bytes(house.Paper(shown, body.Value, report, review), Pdf),
            _ => TypedResults.Ok(VerificationReport.Of(report, review, Languages.Of(context.Request))),
        };
    }

    // Page or paper only when it is named and weighs more than JSON: */* and nothing at all mean JSON (RFC 9110, 12.5.1).
    private static string Wanted(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out IList<MediaTypeHeaderValue>? asked))
            return Json;
        double Weight(string type) => asked.Where(item => item.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(item => item.Quality ?? 1).DefaultIfEmpty(0).Max();
        return new[] { Json, Page, Pdf }.MaxBy(Weight)!;
    }
}
