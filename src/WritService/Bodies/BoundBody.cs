using WritService.Problems;

namespace WritService.Bodies;

/// <summary>A body as a call receives it: the problem that kept it from being read, if any, is answered before the call runs.</summary>
internal abstract record BoundBody(ProblemAnswer? Problem)
{
    /// <summary>Endpoint filter: answers the first body problem instead of running the call.</summary>
    public static ValueTask<object?> Refuse(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        foreach (object? argument in call.Arguments)
            if (argument is BoundBody { Problem: { } problem })
                return ValueTask.FromResult<object?>(problem);
        return next(call);
    }
}
