using Microsoft.AspNetCore.Http.HttpResults;

namespace WritService.Problems;

/// <summary>The problem catalogue, and problem bodies for what the server refuses by itself.</summary>
internal static class ProblemCalls
{
    public static void AddProblems(this IServiceCollection services) => services.AddExceptionHandler<FaultAnswer>();

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(static pages => Explain(pages.HttpContext));
    }

    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder problems = app.MapGroup("/problems").WithTags("Problems").AllowAnonymous();
        problems.MapGet("", Catalogue).WithName("listProblems").Refuses(ProblemKinds.BadRequest)
            .WithSummary("问题清单 · The problem catalogue").WithDescription("本服务可能返回的全部问题类型。Every kind of problem the service answers with.");
        problems.MapGet("{code}", One).WithName("getProblem").Refuses(ProblemKinds.UnknownProblem)
            .WithSummary("问题说明 · One kind of problem").WithDescription("问题详情的 type 指向此处。The <c>type</c> of a problem points here.");
    }

    private static Task Explain(HttpContext context)
    {
        // OPTIONS asks which methods there are (RFC 9110, 9.3.7): the router's Allow is the answer.
        if (HttpMethods.IsOptions(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        return new ProblemAnswer(ProblemKinds.OfStatus(context.Response.StatusCode)).ExecuteAsync(context);
    }

    private static Ok<ProblemDescription[]> Catalogue() => TypedResults.Ok(ProblemKinds.All.Select(ProblemDescription.Of).ToArray());

    /// <param name="code">问题代码。Code of the kind of problem.</param>
    private static Results<Ok<ProblemDescription>, ProblemAnswer> One(string code) =>
        ProblemKinds.All.FirstOrDefault(kind => kind.Code == code) is { } found
            ? TypedResults.Ok(ProblemDescription.Of(found))
            : new ProblemAnswer(ProblemKinds.UnknownProblem);

    /// <summary>States in the contract which problems a call answers with.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder call, params ReadOnlySpan<ProblemKind> kinds) where TBuilder : IEndpointConventionBuilder
    {
        foreach (IGrouping<int, ProblemKind> status in kinds.ToArray().GroupBy(kind => kind.Status))
            call.WithMetadata(new Refusal(status.Key, [.. status]));
        return call;
    }
}
