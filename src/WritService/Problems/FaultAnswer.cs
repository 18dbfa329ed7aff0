using Microsoft.AspNetCore.Diagnostics;

namespace WritService.Problems;

/// <summary>What escapes a call: the server's own refusals keep their status, everything else is our bug and is a 500 with a trace id.</summary>
internal sealed class FaultAnswer : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception fault, CancellationToken cancel)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        ProblemKind kind = fault is BadHttpRequestException refusal ? ProblemKinds.OfStatus(refusal.StatusCode) : ProblemKinds.InternalError;
        await new ProblemAnswer(kind).ExecuteAsync(context);
        return true;
    }
}
