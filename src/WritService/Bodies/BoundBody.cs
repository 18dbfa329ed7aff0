using WritService.Problems;

namespace WritService.Bodies;

/// <summary>A body as a call receives it: the problem that kept it from being read, if any, is answered before the call runs.</summary>
internal abstract record BoundBody(ProblemAnswer? Problem)
{
    /// <summary>Endpoint filter: answers a digest that does not hold, or the first body problem instead of running the call.</summary>
    public static async ValueTask<object?> Refuse(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        // First of all: a body that was damaged on its way is not the caller's mistake.
        if (call.HttpContext.Features.Get<HashedBody>() is { } hashed && !await hashed.HoldsAsync(call.HttpContext.RequestAborted))
            return new ProblemAnswer(ProblemKinds.DigestMismatch);
        foreach (object? argument in call.Arguments)
            if (argument is BoundBody { Problem: { } problem })
                return problem;
        return await next(call);
    }
}
