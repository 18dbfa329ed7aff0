using Writ.Documents;
using Writ.Outside;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Packs;
using WritService.Problems;

namespace WritService.Render;

/// <summary>Case data in, document out; sealed on request.</summary>
internal static class RenderCalls
{
    public static void MapRendering(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/packs/{id}/documents", Render).WithName("renderDocument").WithTags("Documents")
            .Needs(Scopes.Render).IsWork().TakesQuery("format", "seal", "audience", "original", "originalDigest").AddEndpointFilter(BoundBody.Refuse)
            .AnswersDocument()
            .Refuses(ProblemKinds.MalformedJson, ProblemKinds.InvalidEnvelope, ProblemKinds.UnknownPack, ProblemKinds.NotAcceptable,
                ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType, ProblemKinds.DataRejected, ProblemKinds.UnknownProfile, ProblemKinds.RenderingFailed, ProblemKinds.UnknownKey,
                ProblemKinds.SealRefused, ProblemKinds.AuthorityUnavailable)
            .WithSummary("生成文书 · Render a writ")
            .WithDescription("检查案情数据并生成 PDF/A-3a 文书；seal 给出签章密钥名称时随即签章；audience 给出 party 或者 public 时另行制作经遮盖的文书，不签章。Checks the case data and renders it as PDF/A-3a; with <c>seal</c> naming a key, seals it at once. With <c>audience</c> a masked document of its own, never sealed.");

    /// <param name="id">文书编号或中文名。Id or Chinese name of the pack.</param>
    /// <param name="format">文书格式。The format of the document: <c>pdf</c>.</param>
    /// <param name="seal">签章密钥名称，如 bureau。Name of the seal key, such as <c>bureau</c>.</param>
    /// <param name="audience">供谁使用。For whom: <c>internal</c> (the writ itself), <c>party</c> or <c>public</c> (masked by the privacy classes of the fields).</param>
    /// <param name="original">经遮盖的文书注明的原文书标识。Id of the original, noted in a masked document.</param>
    /// <param name="originalDigest">原文件的 SHA-256。SHA-256 of the original file, noted in a masked document.</param>
    private static async Task<IResult> Render(HttpContext context, string id, JsonBody<CaseEnvelope> body, Chancery house, CancellationToken cancel, string format = "pdf", string? seal = null,
        string audience = "internal", string? original = null, string? originalDigest = null)
    {
        if (format != "pdf")
            return ProblemAnswer.Of(ProblemKinds.InvalidQuery, "format 目前只能是 pdf。", "format can only be pdf.");
        if (AudienceQuery.Read(audience, original, originalDigest, seal, out Derivation derivation) is { } wrong)
            return wrong;
        if (DocumentAnswer.Form(context.Request) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);
        Made made = await Made.FromAsync(house, Caller.Of(context.User), Languages.Of(context.Request), id, body.Value.Data, body.Value.Profile, seal, derivation, house.Now, cancel);
        return made.Problem is { } problem ? problem : new DocumentAnswer(made.Document, form, made.Receipt!);
    }
}
