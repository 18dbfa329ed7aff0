using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Problems;
using WritService.Render;
using WritService.Seal;

namespace WritService.Attest;

/// <summary>What people did with a document: recorded in it, read back from it, and ended.</summary>
internal static class AttestCalls
{
    public static void MapAttesting(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder documents = app.MapGroup("/v1/documents").WithTags("Documents");
        documents.MapPost("attest", Attest).WithName("attestDocument")
            .Needs(Scopes.Attest).IsWork().TakesQuery().AddEndpointFilter(BoundBody.Refuse)
            .AnswersDocument()
            .Refuses(Refusals).Refuses(ProblemKinds.MalformedJson, ProblemKinds.AttestationRejected, ProblemKinds.CaptureRefused)
            .WithSummary("签署 · Record an attestation")
            .WithDescription("记录签名、捺印、拒签、不到场、见证、改动确认、宣读或送达；每个签署栏一次增量修订，各盖签署记录章并加时间戳；原文件是结果的前缀。"
                + "Records a signature, fingerprint, refusal, absence, witness statement, alteration, reading or delivery: one revision for each slot, each sealed with time; the input is an untouched prefix of the output.");
        documents.MapPost("close", Close).WithName("closeDocument")
            .Needs(Scopes.Seal).IsWork().TakesQuery("key").AddEndpointFilter(BoundBody.Refuse)
            .AnswersDocument()
            .Refuses(Refusals).Refuses(ProblemKinds.UnknownKey)
            .WithSummary("封存 · Close a document")
            .WithDescription("划去未使用的签署栏并加盖封存章；此后只能加入验证数据和时间戳。Strikes out unused slots and sets the closing seal; afterwards only validation data and timestamps may follow.");
        documents.MapPost("inspect", Inspect).WithName("inspectDocument")
            .Needs(Scopes.Attest).IsWork().TakesQuery().AddEndpointFilter(BoundBody.Refuse)
            .Produces<InspectionReport>()
            .Refuses(ProblemKinds.InvalidEnvelope, ProblemKinds.InvalidQuery, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.DocumentUnreadable,
                ProblemKinds.TooManyRequests, ProblemKinds.Overloaded)
            .WithSummary("查看文书 · Inspect a document")
            .WithDescription("文书身份、签署栏及其状态、签署经过和案情数据，均只从文件读出。Identity, slots and their standing, what people did, and the case data, all read from the file alone.");
    }

    private static readonly ProblemKind[] Refusals =
    [
        ProblemKinds.InvalidEnvelope, ProblemKinds.InvalidQuery, ProblemKinds.Forbidden, ProblemKinds.NotAcceptable, ProblemKinds.ActForbidden, ProblemKinds.SealRefused, ProblemKinds.BodyTooLarge,
        ProblemKinds.UnsupportedMediaType, ProblemKinds.DocumentUnreadable, ProblemKinds.TooManyRequests, ProblemKinds.KeyUnfit, ProblemKinds.Overloaded, ProblemKinds.AuthorityUnavailable,
        ProblemKinds.AttestingUnready,
    ];

    private static async Task<IResult> Attest(HttpContext context, AttestationBody body, Chancery house, CancellationToken cancel)
    {
        if (DocumentAnswer.Form(context.Request) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);
        if (house.Attesting is not { } desk)
            return new ProblemAnswer(ProblemKinds.AttestingUnready);
        return Answer(context, await desk.AttestAsync(body.Value, body.Attestation, body.Captures, house.Now, cancel), form, "attestation");
    }

    /// <param name="key">封存所用签章密钥名称。Name of the key of the closing seal.</param>
    private static async Task<IResult> Close(HttpContext context, DocumentBody body, Chancery house, CancellationToken cancel, string key = "bureau")
    {
        if (SealAnswers.Find(house, Caller.Of(context.User), key, out ISealKey? found) is { } noKey)
            return noKey;
        if (DocumentAnswer.Form(context.Request) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);
        return await CloseAsync(context, body.Value, house, found!, key, SealLevel.T, form, cancel);
    }

    /// <summary>The one way in which a document is closed, whichever call asks for it.</summary>
    public static async Task<IResult> CloseAsync(HttpContext context, byte[] document, Chancery house, ISealKey closing, string key, SealLevel level, DocumentForm form, CancellationToken cancel) =>
        house.Attesting is { } desk
            ? Answer(context, await desk.CloseAsync(document, closing, level, house.Now, cancel), form, key)
            : new ProblemAnswer(ProblemKinds.AttestingUnready);

    private static IResult Inspect(HttpContext context, DocumentBody body)
    {
        context.Response.Headers.CacheControl = "no-store";
        return AttestingDesk.Read(body.Value, out AttestingOutcome? unreadable) is { } state
            ? TypedResults.Ok(InspectionReport.Of(state))
            : AttestAnswers.Refused(unreadable!);
    }

    private static IResult Answer(HttpContext context, AttestingOutcome outcome, DocumentForm form, string key) => outcome is AttestingOutcome.Recorded recorded
        ? new DocumentAnswer(recorded.Document, form, DocumentReceipt.Of(recorded, key, DataErrors.In(Languages.Of(context.Request), recorded.Warnings)))
        : AttestAnswers.Refused(outcome);
}
