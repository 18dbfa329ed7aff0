using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Attest;
using WritService.Bodies;
using WritService.Load;
using WritService.Problems;
using WritService.Render;

namespace WritService.Seal;

/// <summary>A document in, the same document with one sealed revision more out.</summary>
internal static class SealCalls
{
    private const int LongestName = 128;

    public static void MapSealing(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder documents = app.MapGroup("/v1/documents").WithTags("Documents");
        documents.MapPost("seal", Seal).WithName("sealDocument")
            .Needs(Scopes.Seal).IsWork().TakesQuery("key", "field", "level").AddEndpointFilter(BoundBody.Refuse)
            .AnswersDocument()
            .Refuses(Refusals).Refuses(ProblemKinds.UnknownKey, ProblemKinds.DocumentUnreadable, ProblemKinds.ActForbidden, ProblemKinds.AttestingUnready)
            .WithSummary("签章 · Seal a document")
            .WithDescription("以增量修订方式追加 PAdES 签章；原文件是结果的前缀。Adds a PAdES seal as an incremental update; the input is an untouched prefix of the output.");
        documents.MapPost("extend", Extend).WithName("extendDocument")
            .Needs(Scopes.Seal).IsWork().TakesQuery("level").AddEndpointFilter(BoundBody.Refuse)
            .AnswersDocument()
            .Refuses(Refusals).Refuses(ProblemKinds.DocumentUnreadable)
            .WithSummary("延长有效性 · Extend the seals of a document")
            .WithDescription("加入验证数据（B-LT），并可加盖文件时间戳（B-LTA）；可多次进行。Adds validation data (B-LT) and, on request, a document timestamp (B-LTA); can be done again later.");
    }

    private static readonly ProblemKind[] Refusals =
    [
        ProblemKinds.InvalidEnvelope, ProblemKinds.NotAcceptable, ProblemKinds.SealRefused, ProblemKinds.BodyTooLarge,
        ProblemKinds.UnsupportedMediaType, ProblemKinds.KeyUnfit, ProblemKinds.AuthorityUnavailable,
    ];

    /// <param name="key">签章密钥名称。Name of the seal key.</param>
    /// <param name="field">签章域：Issuer（签发，默认）、Close（封存，与 close 相同）或签署栏以外的其他空签章域。The signature field: <c>Issuer</c> (default), <c>Close</c> (the same as close) or another empty one that is not a slot's.</param>
    /// <param name="level">B-T（默认）、B-LT 或 B-LTA。<c>B-T</c> (default), <c>B-LT</c> or <c>B-LTA</c>.</param>
    private static async Task<IResult> Seal(HttpContext context, DocumentBody body, Chancery house, CancellationToken cancel, string key = "bureau", string field = FieldNames.Issuer, string level = "B-T")
    {
        if (field.Length is 0 or > LongestName)
            return ProblemAnswer.Of(ProblemKinds.InvalidQuery, $"field 应有 1 至 {LongestName} 个字符。", $"field has 1 to {LongestName} characters.");
        if (SealAnswers.Find(house, Caller.Of(context.User), key, out ISealKey? found) is { } noKey)
            return noKey;
        if (DocumentAnswer.Form(context.Request) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);
        if (SealLevels.Named(level) is not { } wanted)
            return UnknownLevel;
        if (field == FieldNames.Close)
            return await AttestCalls.CloseAsync(context, body.Value, house, found!, key, wanted, form, cancel);
        SealOutcome<SealedDocument> outcome = await house.SealAsync(body.Value, found!, field, wanted, house.Now, cancel);
        return Answer(house, body.Value, outcome, form, key);
    }

    /// <param name="level">目标级别：B-LT（默认）或 B-LTA。The level to reach: <c>B-LT</c> (default) or <c>B-LTA</c>.</param>
    private static async Task<IResult> Extend(HttpContext context, DocumentBody body, Chancery house, CancellationToken cancel, string level = "B-LT")
    {
        if (DocumentAnswer.Form(context.Request) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);
        if (SealLevels.Named(level) is not (SealLevel.LT or SealLevel.LTA))
            return UnknownLevel;
        return Answer(house, body.Value, await house.ExtendAsync(body.Value, SealLevels.Named(level)!.Value, cancel), form, null);
    }

    private static IResult Answer(Chancery house, byte[] document, SealOutcome<SealedDocument> outcome, DocumentForm form, string? key) => outcome.Succeeded
        ? new DocumentAnswer(outcome.Value.Bytes, form, DocumentReceipt.Of(outcome.Value, Chancery.Facts(document), house.SealTimes(document), key))
        : SealAnswers.Refused(outcome.Problems);

    private static ProblemAnswer UnknownLevel => ProblemAnswer.Of(ProblemKinds.InvalidQuery, "level 只能是 B-T、B-LT 或 B-LTA；延长时不能是 B-T。", "level is B-T, B-LT or B-LTA; extending takes no B-T.");
}
