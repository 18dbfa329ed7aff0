using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Problems;

namespace WritService.Verify;

/// <summary>A document in, a report out. A bad document is a finding, never a problem.</summary>
internal static class VerifyCalls
{
    public static void MapVerifying(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/documents/verify", Verify).WithName("verifyDocument").WithTags("Documents")
            .Needs(Scopes.Verify).IsWork().TakesQuery().AddEndpointFilter(BoundBody.Refuse)
            .Produces<VerificationReport>()
            .Refuses(ProblemKinds.InvalidEnvelope, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType)
            .WithSummary("核验 · Verify a document")
            .WithDescription("核验文件中每枚签章的完整性、覆盖范围、时间戳和证书链。Integrity, coverage, timestamp and chain of every seal in the file.");

    private static IResult Verify(HttpContext context, DocumentBody body, Chancery house)
    {
        Report report = house.Examine(body.Value);
        VerificationReport answer = VerificationReport.Of(report, Languages.Of(context.Request));
        context.Response.Headers["Writ-Verdict"] = answer.Verdict;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Ok(answer);
    }
}
