using Microsoft.AspNetCore.Authentication;

namespace WritService.Access;

/// <summary>The framework may also read schemes from a section of its own: here <c>Writ:Access</c> is the only place where access is configured.</summary>
internal sealed class NothingElsewhere : IAuthenticationConfigurationProvider
{
    public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
}
