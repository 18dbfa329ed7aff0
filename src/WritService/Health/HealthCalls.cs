using Microsoft.AspNetCore.Http.HttpResults;

namespace WritService.Health;

/// <summary>For those who run the service: is the process alive, and can it do its work.</summary>
internal static class HealthCalls
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder health = app.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("live", Live).WithName("getLiveness").WithSummary("存活检查 · Liveness")
            .WithDescription("进程在应答。The process answers.");
    }

    private static Ok<HealthReport> Live() => TypedResults.Ok(new HealthReport("live", []));
}
