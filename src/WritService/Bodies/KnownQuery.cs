using WritService.Problems;

namespace WritService.Bodies;

/// <summary>A query member that is not agreed is refused: <c>?sael=bureau</c> must not yield an unsealed document.</summary>
internal static class KnownQuery
{
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder call, params string[] names) => call.Refuses(ProblemKinds.InvalidQuery).AddEndpointFilter((invocation, next) =>
    {
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in invocation.HttpContext.Request.Query)
            if (!names.Contains(name) || values.Count != 1)
                return ValueTask.FromResult<object?>(ProblemAnswer.Of(ProblemKinds.InvalidQuery,
                    $"查询参数“{name}”未约定或重复；可用：{string.Join("、", names)}。", $"The query parameter “{name}” is not agreed, or doubled; there are: {string.Join(", ", names)}."));
        return next(invocation);
    });
}
