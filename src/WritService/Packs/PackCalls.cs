using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Writ.Documents;
using Writ.Outside;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Problems;

namespace WritService.Packs;

/// <summary>The catalogue: which writs there are, what data each needs, and whether given data would do.</summary>
internal static class PackCalls
{
    public static void MapPacks(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder packs = app.MapGroup("/v1/packs").WithTags("Packs").Needs(Scopes.ReadPacks);
        packs.MapGet("", List).WithName("listPacks").Produces(StatusCodes.Status304NotModified)
            .WithSummary("文书清单 · All packs").WithDescription("全部文书模板包，按办案阶段分组，各附编号、曾用名、签署人和本地规则依据。Every pack, grouped by stage of the procedure, with number, former names, who signs, and the articles of the local rules that demand it.");
        packs.MapGet("{id}", One).WithName("getPack").Produces(StatusCodes.Status304NotModified).Refuses(ProblemKinds.UnknownPack)
            .WithSummary("文书说明 · One pack").WithDescription("按编号或中文名取得文书的说明、字段、规则、签署栏和示例。By id or Chinese name: purpose, fields, rules, slots and examples.");
        packs.MapGet("{id}/schema", Schema).WithName("getPackSchema").Produces(StatusCodes.Status304NotModified).Refuses(ProblemKinds.UnknownPack)
            .Produces<JsonElement>(200, SchemaMediaType)
            .WithSummary("数据结构 · Data schema").WithDescription("案情数据的 JSON Schema（2020-12）。JSON Schema of the case data.");
        packs.MapGet("{id}/examples/{name}", Example).WithName("getPackExample").Produces(StatusCodes.Status304NotModified).Refuses(ProblemKinds.UnknownPack, ProblemKinds.UnknownExample)
            .Produces<JsonElement>(200, "application/json")
            .WithSummary("示例数据 · Example data").WithDescription("可直接用于生成文书的示例案情数据。Case data ready to be rendered.");
        packs.MapPost("{id}/check", Check).WithName("checkData").IsWork().AddEndpointFilter(BoundBody.Refuse)
            .Refuses(ProblemKinds.MalformedJson, ProblemKinds.InvalidEnvelope, ProblemKinds.UnknownPack, ProblemKinds.UnknownProfile, ProblemKinds.BodyTooLarge, ProblemKinds.UnsupportedMediaType)
            .WithSummary("检查数据 · Check case data").WithDescription("只检查，不生成：结构问题和法定规则问题，各附数据路径与法律依据。Nothing is rendered: problems of form and of law, each with its path and legal basis.");
    }

    private const string SchemaMediaType = "application/schema+json";

    private static Results<Ok<PackList>, StatusCodeHttpResult> List(HttpContext context, Chancery house)
    {
        string tag = EntityTag.Of(house.Packs.Packs.Select(pack => pack.Hash));
        return EntityTag.StillHolds(context, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(PackList.Of(house.Packs));
    }

    /// <param name="id">文书编号或中文名。Id or Chinese name of the pack.</param>
    private static Results<Ok<PackDetail>, StatusCodeHttpResult, ProblemAnswer> One(HttpContext context, string id, Chancery house)
    {
        if (house.Packs.Find(id) is not { } pack)
            return Unknown(id);
        return EntityTag.StillHolds(context, EntityTag.Of([pack.Hash]))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(PackDetail.Of(pack));
    }

    /// <param name="id">文书编号或中文名。Id or Chinese name of the pack.</param>
    private static Results<FileContentHttpResult, StatusCodeHttpResult, ProblemAnswer> Schema(HttpContext context, string id, Chancery house)
    {
        if (house.Packs.Find(id) is not { } pack)
            return Unknown(id);
        return EntityTag.StillHolds(context, EntityTag.Of([pack.Hash]))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(pack.Schema.Json.ToArray(), SchemaMediaType);
    }

    /// <param name="id">文书编号或中文名。Id or Chinese name of the pack.</param>
    /// <param name="name">示例名称。Name of the example.</param>
    /// <param name="profile">示例所属的规则档案。The profile the example is meant for.</param>
    private static Results<FileContentHttpResult, StatusCodeHttpResult, ProblemAnswer> Example(HttpContext context, string id, string name, Chancery house, string profile = DefaultProfile)
    {
        if (house.Packs.Find(id) is not { } pack)
            return Unknown(id);
        if (pack.Examples.FirstOrDefault(example => !example.IsRejected && example.Name == name && example.Profile == profile) is not { } found)
            return new ProblemAnswer(ProblemKinds.UnknownExample);
        return EntityTag.StillHolds(context, EntityTag.OfBytes(found.Json.Span))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(found.Json.ToArray(), "application/json");
    }

    /// <param name="id">文书编号或中文名。Id or Chinese name of the pack.</param>
    private static Results<Ok<CheckReport>, ProblemAnswer> Check(HttpContext context, string id, JsonBody<CaseEnvelope> body, Chancery house)
    {
        if (house.Packs.Find(id) is not { } pack)
            return Unknown(id);
        if (!house.Packs.Profiles.TryGetValue(body.Value.Profile, out Profile? profile) || !Caller.Of(context.User).MayUse(profile.Id))
            return new ProblemAnswer(ProblemKinds.UnknownProfile);
        CheckResult result = pack.Check(body.Value.Data, profile, house.Now);
        return TypedResults.Ok(new CheckReport(result.Passed, DataErrors.In(Languages.Of(context.Request), result.Problems)));
    }

    public const string DefaultProfile = "default";

    public static ProblemAnswer Unknown(string id) => ProblemAnswer.Of(ProblemKinds.UnknownPack, $"没有编号或名称为“{id}”的文书。", $"There is no pack with the id or name “{id}”.");
}
