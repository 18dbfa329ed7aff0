using System.Diagnostics;
using WritService.Access;
using WritService.Problems;

namespace WritService.Observing;

/// <summary>
/// One line, one span and one measurement for each request: the call by its route, never by its path or query, and never anything of a body.
/// The framework's own request lines quote addresses and are silenced.
/// </summary>
internal sealed partial class RequestLog(ILogger<RequestLog> log)
{
    public const string TraceHeader = "Trace-Id", RequestHeader = "X-Request-Id";
    private const int LongestId = 64;

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        long started = Stopwatch.GetTimestamp();
        string trace = ProblemAnswer.TraceId(context), id = RequestId(context.Request) ?? trace;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[TraceHeader] = trace;
            context.Response.Headers[RequestHeader] = id;
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            string method = Methods.Contains(context.Request.Method) ? context.Request.Method : "_OTHER", call = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            string? problem = context.Features.Get<ProblemKind>()?.Code;
            int status = context.Response.StatusCode;
            if (Activity.Current is { } span)
            {
                span.DisplayName = $"{method} {call}";
                span.SetTag("http.route", call).SetTag("http.response.status_code", status).SetTag("problem", problem);
                if (status >= StatusCodes.Status500InternalServerError)
                    span.SetStatus(ActivityStatusCode.Error);
            }
            Instruments.Request(method, call, status, problem, took);
            Answered(method, call, status, problem ?? "-", took.TotalMilliseconds, Caller.Of(context.User).Name, trace, id);
        }
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Methods = System.Collections.Frozen.FrozenSet.Create("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    // The caller's own id goes into the log: short, and of characters that cannot pass for another line or field.
    private static string? RequestId(HttpRequest request) =>
        request.Headers[RequestHeader] is [{ Length: > 0 and <= LongestId } id] && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id : null;

    [LoggerMessage(1, LogLevel.Information, "{Method} {Call} {Status} {Problem} in {Milliseconds:0.0} ms for {Caller}, trace {TraceId}, request {RequestId}")]
    private partial void Answered(string method, string call, int status, string problem, double milliseconds, string caller, string traceId, string requestId);
}
