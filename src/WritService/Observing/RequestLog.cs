using System.Diagnostics;
using System.Diagnostics.Metrics;
using WritService.Access;
using WritService.Problems;

namespace WritService.Observing;

/// <summary>
/// One line and one measurement for each request: the call by its route, never by its path or query, and never anything of a body. The
/// framework's own request lines quote addresses and are silenced.
/// </summary>
internal sealed partial class RequestLog(ILogger<RequestLog> log, IMeterFactory meters)
{
    public const string MeterName = "WritService", TraceHeader = "Trace-Id";

    private readonly Histogram<double> durations = meters.Create(MeterName).CreateHistogram<double>("writ.request.duration", "s", "Duration of requests by call and status.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        long started = Stopwatch.GetTimestamp();
        context.Response.Headers[TraceHeader] = ProblemAnswer.TraceId(context);
        try
        {
            await next(context);
        }
        finally
        {
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            string call = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            durations.Record(took.TotalSeconds, new("http.request.method", context.Request.Method), new("http.route", call), new("http.response.status_code", context.Response.StatusCode));
            Answered(context.Request.Method, call, context.Response.StatusCode, took.TotalMilliseconds, Caller.Of(context.User).Name);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Call} {Status} in {Milliseconds:0.0} ms for {Caller}")]
    private partial void Answered(string method, string call, int status, double milliseconds, string caller);
}
