using System.Security.Cryptography.X509Certificates;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

public sealed class RevocationSourceTests
{
    private static readonly IReadOnlyList<X509Certificate2> Path =
        [TestPki.Certificates.Public("bureau"), TestPki.Certificates.Public("issuing"), TestPki.Certificates.Trust.Roots[0]];

    [Fact]
    public async Task The_leaf_is_asked_by_OCSP_the_issuer_by_CRL_and_both_are_kept()
    {
        var authority = new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock);
        var counter = new Counter(authority.Handler());
        var sources = new RevocationSources(new HttpClient(counter), [authority.Host], TimeSpan.FromSeconds(1), TestPki.Clock);
        var data = await sources.CollectAsync(Path, default);
        Assert.True(data.Succeeded, string.Join(";", data.Problems));
        Assert.Equal((3, 1, 1), (data.Value.Certificates.Count, data.Value.OcspResponses.Count, data.Value.Crls.Count));
        Assert.Equal(["/dev-ca/ocsp", "/dev-ca/root.crl"], counter.Asked);
        await sources.CollectAsync(Path, default);
        Assert.Equal(2, counter.Asked.Count);
    }

    [Fact]
    public async Task A_revoked_certificate_is_named()
    {
        var authority = new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock);
        authority.Revoke("bureau");
        var sources = new RevocationSources(new HttpClient(authority.Handler()), [authority.Host], TimeSpan.FromSeconds(1), TestPki.Clock);
        var problem = Assert.Single((await sources.CollectAsync(Path, default)).Problems);
        Assert.Equal("certificate-revoked", problem.Code);
        Assert.Contains("电子印章", problem.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_never_called()
    {
        var authority = new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock);
        var counter = new Counter(authority.Handler());
        foreach (var allowed in new[] { "127.0.0.1", "127.0.0.1:80", "localhost:8080", "" })
        {
            var sources = new RevocationSources(new HttpClient(counter), [allowed], TimeSpan.FromSeconds(1), TestPki.Clock);
            Assert.Equal("revocation-missing", Assert.Single((await sources.CollectAsync(Path, default)).Problems).Code);
        }
        Assert.Empty(counter.Asked);
    }

    private sealed class Counter(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
