using Microsoft.AspNetCore.Http.HttpResults;
using Writ.Documents;
using Writ.Outside;
using WritService.Access;
using WritService.Attest;
using WritService.Bodies;
using WritService.Load;
using WritService.Problems;

namespace WritService.Tablets;

/// <summary>Signing by tablet without state: a ticket binds one person to slots of exactly one file; a capture is what that person did, sealed.</summary>
internal static class TabletCalls
{
    public static void MapTablets(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder tablets = app.MapGroup("/v1").WithTags("Tablets");
        tablets.MapPost("signing-tickets", Ticket).WithName("issueSigningTicket")
            .Needs(Scopes.Attest).IsWork().TakesQuery().AddEndpointFilter(BoundBody.Refuse)
            .Produces<TicketAnswer>()
            .Refuses(Refusals).Refuses(ProblemKinds.ActForbidden, ProblemKinds.DocumentUnreadable)
            .WithSummary("签署票据 · Issue a signing ticket")
            .WithDescription("为平板签署出具票据（JWS）：绑定文件摘要、签署栏、签署人、允许的行为和截止时间；目前不能签署的一律不出具。"
                + "A ticket (JWS) for a tablet: bound to the file's digest, slots, signer, acts and expiry; none is given for what cannot be attested now.");
        tablets.MapPost("captures", Capture).WithName("sealCapture")
            .Needs(Scopes.Capture).IsWork().TakesQuery().AddEndpointFilter(BoundBody.Refuse)
            .Produces<CaptureAnswer>()
            .Refuses(Refusals).Refuses(ProblemKinds.TicketRefused, ProblemKinds.AttestationRejected)
            .WithSummary("签署采集 · Seal a capture")
            .WithDescription("平板凭票据提交笔迹、指纹图像或者拒签，换取经签名的采集结果（JWS），供 attest 使用；文件一经变动即失效。"
                + "A tablet posts ink, a fingerprint or a refusal under its ticket and gets a sealed capture (JWS) for attest; it is void once the file has changed.");
    }

    private static readonly ProblemKind[] Refusals =
    [
        ProblemKinds.MalformedJson, ProblemKinds.InvalidEnvelope, ProblemKinds.InvalidQuery, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.TooManyRequests,
        ProblemKinds.KeyUnfit, ProblemKinds.Overloaded, ProblemKinds.AttestingUnready,
    ];

    private static async Task<Results<Ok<TicketAnswer>, ProblemAnswer>> Ticket(HttpContext context, TicketBody body, Chancery house, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (house.Tablets is not { } desk)
            return new ProblemAnswer(ProblemKinds.AttestingUnready);
        List<Problem> problems = [];
        if (TicketRequest.Read(body.Ticket, house.Now, problems) is not { } request)
            return AttestAnswers.Listed(ProblemKinds.InvalidEnvelope, problems);
        TabletOutcome outcome = await desk.TicketAsync(body.Value, request, house.Now, cancel);
        return outcome is TabletOutcome.Signed signed ? TypedResults.Ok(TicketAnswer.Of(signed)) : Refused(outcome);
    }

    private static async Task<Results<Ok<CaptureAnswer>, ProblemAnswer>> Capture(HttpContext context, CaptureBody body, Chancery house, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (house.Tablets is not { } desk)
            return new ProblemAnswer(ProblemKinds.AttestingUnready);
        TabletOutcome outcome = await desk.CaptureAsync(body.Json, house.Now, cancel);
        return outcome is TabletOutcome.Signed signed ? TypedResults.Ok(CaptureAnswer.Of(signed)) : Refused(outcome);
    }

    private static ProblemAnswer Refused(TabletOutcome outcome) => outcome switch
    {
        TabletOutcome.TicketRefused refused => AttestAnswers.Listed(ProblemKinds.TicketRefused, refused.Problems),
        TabletOutcome.NotDone undone => AttestAnswers.Refused(undone.Reason),
        _ => throw new ArgumentException("A signed ticket is no refusal.", nameof(outcome)),
    };
}
