using Microsoft.AspNetCore.Authorization;

namespace WritService.Access;

/// <summary>Endpoint metadata and authorization requirement in one: the scope a call needs.</summary>
internal sealed record ScopeNeeded(string Scope) : IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class ScopeCheck(AccessSettings access) : AuthorizationHandler<ScopeNeeded>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeNeeded needed)
    {
        if (context.User.Identity?.IsAuthenticated == true && (access.Public.Contains(needed.Scope) || Caller.Of(context.User).May(needed.Scope)))
            context.Succeed(needed);
        return Task.CompletedTask;
    }
}
