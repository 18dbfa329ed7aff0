using Microsoft.AspNetCore.Http.HttpResults;
using WritService.Problems;

namespace WritService.Health;

/// <summary>For those who run the service: is the process alive, and can it do its work.</summary>
internal static class HealthCalls
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder health = app.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("live", Live).WithName("getLiveness").Refuses(ProblemKinds.BadRequest).WithSummary("存活检查 · Liveness")
            .WithDescription("进程在应答。The process answers.");
        health.MapGet("ready", Ready).WithName("getReadiness").Refuses(ProblemKinds.BadRequest).Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("就绪检查 · Readiness")
            .WithDescription("模板、字体、签章密钥和时间戳服务自检；结果保留数秒。Self-test of packs, fonts, seal keys and the timestamp authority; kept for some seconds.");
    }

    private static Ok<HealthReport> Live() => TypedResults.Ok(new HealthReport("live", []));

    private static async Task<JsonHttpResult<HealthReport>> Ready(SelfTest test, CancellationToken cancel)
    {
        HealthReport report = await test.RunAsync(cancel);
        return TypedResults.Json(report, statusCode: report.Status == SelfTest.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
