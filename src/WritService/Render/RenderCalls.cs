using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Packs;
using WritService.Problems;
using WritService.Seal;

namespace WritService.Render;

/// <summary>Case data in, document out; sealed on request.</summary>
internal static class RenderCalls
{
    public static void MapRendering(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/packs/{id}/documents", Render).WithName("renderDocument").WithTags("Documents")
            .Needs(Scopes.Render).IsWork().TakesQuery("format", "seal").AddEndpointFilter(BoundBody.Refuse)
            .AnswersDocument()
            .Refuses(ProblemKinds.MalformedJson, ProblemKinds.InvalidEnvelope, ProblemKinds.UnknownPack, ProblemKinds.NotAcceptable,
                ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.DataRejected, ProblemKinds.UnknownProfile, ProblemKinds.RenderingFailed, ProblemKinds.UnknownKey,
                ProblemKinds.SealRefused, ProblemKinds.AuthorityUnavailable)
            .WithSummary("生成文书 · Render a writ")
            .WithDescription("检查案情数据并生成 PDF/A-3a 文书；seal 给出签章密钥名称时随即签章。Checks the case data and renders it as PDF/A-3a; with <c>seal</c> naming a key, seals it at once.");

    /// <param name="id">文书编号或中文名。Id or Chinese name of the pack.</param>
    /// <param name="format">文书格式。The format of the document: <c>pdf</c>.</param>
    /// <param name="seal">签章密钥名称，如 bureau。Name of the seal key, such as <c>bureau</c>.</param>
    private static async Task<IResult> Render(HttpContext context, string id, JsonBody<CaseEnvelope> body, Chancery house, CancellationToken cancel, string format = "pdf", string? seal = null)
    {
        if (format != "pdf")
            return ProblemAnswer.Of(ProblemKinds.InvalidQuery, "format 目前只能是 pdf。", "format can only be pdf.");
        if (house.Packs.Find(id) is not { } pack)
            return PackCalls.Unknown(id);
        Caller caller = Caller.Of(context.User);
        if (!house.Packs.Profiles.TryGetValue(body.Value.Profile, out Profile? profile) || !caller.MayUse(profile.Id))
            return new ProblemAnswer(ProblemKinds.UnknownProfile);
        ISealKey? key = null;
        if (seal is not null && SealAnswers.Find(house, caller, seal, out key) is { } noKey)
            return noKey;
        if (DocumentAnswer.Form(context.Request) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);

        DateTimeOffset now = house.Now;
        CheckResult check = pack.Check(body.Value.Data, profile, now);
        if (check.Checked is not { } data)
            return Refused(ProblemKinds.DataRejected, check.Problems);
        RenderResult result = house.Render(data, now);
        if (result.Writ is not { } writ)
            return Refused(ProblemKinds.RenderingFailed, result.Problems);

        ReadOnlyMemory<byte> document = writ.Pdf;
        if (key is not null)
        {
            SealOutcome<SealedDocument> outcome = await house.SealAsync(document, key, FieldNames.Issuer, SealLevel.T, now, cancel);
            if (!outcome.Succeeded)
                return SealAnswers.Refused(outcome.Problems);
            document = outcome.Value.Bytes;
        }
        return new DocumentAnswer(document, form, DocumentReceipt.Of(document.Span, writ, seal, DataErrors.In(Languages.Of(context.Request), [.. check.Problems, .. result.Problems])));
    }

    private static ProblemAnswer Refused(ProblemKind kind, IReadOnlyList<Problem> problems) => new(kind, errors: language => DataErrors.In(language, problems));
}
