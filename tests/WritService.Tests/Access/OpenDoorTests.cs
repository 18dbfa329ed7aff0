using Microsoft.AspNetCore.Builder;
using Writ.Outside;
using WritService.Access;

namespace WritService.Tests.Access;

/// <summary>A configuration that leaves a door open does not start.</summary>
public sealed class OpenDoorTests
{
    private const string SomeHash = "0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData("Production", "http://0.0.0.0:8080")]
    [InlineData("Development", "http://0.0.0.0:8080")]
    [InlineData("Production", "http://+:8080")]
    [InlineData("Production", "http://127.0.0.1:8080;http://[::]:8081")]
    [InlineData("Production", "http://writ.example:8080")]
    public void Beyond_loopback_somebody_must_prove_who_they_are(string environment, string urls) =>
        Assert.Throws<AccessRefusal>(() => Start(environment, ("urls", urls)));

    [Fact]
    public void A_port_for_all_addresses_counts_as_beyond_loopback() =>
        Assert.Throws<AccessRefusal>(() => Start("Production", ("http_ports", "8080")));

    [Theory]
    [InlineData("Production", "http://127.0.0.1:8080")]
    [InlineData("Development", "http://localhost:8080;http://[::1]:8080")]
    [InlineData("Production", "http://unix:/run/writ.sock")]
    public void On_loopback_nobody_need_be_configured(string environment, string urls) => Start(environment, ("urls", urls));

    [Fact]
    public void With_a_key_configured_any_address_will_do() => Start("Production", ("urls", "http://0.0.0.0:8080"),
        ("Writ:Access:ApiKeys:0:Caller", "a"), ("Writ:Access:ApiKeys:0:Sha256", SomeHash), ("Writ:Access:ApiKeys:0:Scopes:0", "packs:read"));

    [Fact]
    public void Open_access_is_for_development_only() => Assert.Throws<AccessRefusal>(() => Start("Production", ("Writ:Access:Open", "true")));

    [Theory]
    [InlineData("packs:write")]
    [InlineData("documents:seal")]
    [InlineData("documents:seal:")]
    [InlineData("documents:seal:a b")]
    public void A_scope_that_does_not_exist_is_refused(string scope) => Assert.Throws<AccessRefusal>(() => Start("Production",
        ("Writ:Access:ApiKeys:0:Caller", "a"), ("Writ:Access:ApiKeys:0:Sha256", SomeHash), ("Writ:Access:ApiKeys:0:Scopes:0", scope)));

    [Fact]
    public void Without_seals_and_without_development_certificates_the_setting_is_named()
    {
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => SealCabinet.OfDevelopment(Path.Combine(Path.GetTempPath(), "no-such-folder"), TimeProvider.System));
        Assert.Contains("Writ:Seals", refusal.Message, StringComparison.Ordinal);
        Assert.True(StartUp.IsRefusal(refusal));
    }

    [Fact]
    public void A_key_that_is_not_a_hash_is_refused() => Assert.Throws<AccessRefusal>(() => Start("Production",
        ("Writ:Access:ApiKeys:0:Caller", "a"), ("Writ:Access:ApiKeys:0:Sha256", "secret"), ("Writ:Access:ApiKeys:0:Scopes:0", "packs:read")));

    [Theory]
    [InlineData("Writ:Access:TrustedProxies:0", "proxy.example")]
    [InlineData("Writ:Access:CertificateHeader", "Client-Cert")]
    [InlineData("Writ:Access:Origins:0", "*")]
    [InlineData("Writ:Access:Origins:0", "https://cases.example/")]
    [InlineData("Writ:Access:Origins:0", "null")]
    public void What_would_be_believed_of_nobody_in_particular_is_refused(string name, string value) => Assert.Throws<AccessRefusal>(() => Start("Production", (name, value)));

    private static void Start(string environment, params (string Name, string Value)[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        foreach ((string name, string value) in settings)
            builder.Configuration[name] = value;
        builder.AddAccess();
    }
}
