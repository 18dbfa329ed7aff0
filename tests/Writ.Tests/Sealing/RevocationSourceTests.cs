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

    [Theory]
    [InlineData("http://ocsp.example@127.0.0.1:9/")] // the host is what follows the @
    [InlineData("http://user:word@ocsp.example/")]
    [InlineData("http://ocsp.example:8080/")]
    [InlineData("http://ocsp.example.evil.example/")]
    [InlineData("http://evil.example/ocsp.example")]
    [InlineData("http://evil.example#ocsp.example")]
    [InlineData("http://ocsp.example./")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("ftp://ocsp.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_only_looks_allowed_is_never_called(string address)
    {
        var counter = new Counter(new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock).Handler());
        var sources = new RevocationSources(new HttpClient(counter), ["ocsp.example"], TimeSpan.FromSeconds(1), TestPki.Clock);
        using var key = TestPki.Key(addresses: [address]);
        Assert.Equal("revocation-missing", Assert.Single((await sources.CollectAsync([key.Certificate, .. Path.Skip(1)], default)).Problems).Code);
        Assert.Empty(counter.Asked);
    }

    [Fact]
    public async Task An_allowed_address_is_called_whatever_its_case()
    {
        var counter = new Counter(new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock).Handler());
        var sources = new RevocationSources(new HttpClient(counter), ["ocsp.example"], TimeSpan.FromSeconds(1), TestPki.Clock);
        using var key = TestPki.Key(addresses: ["HTTP://OCSP.Example:80/status"]);
        await sources.CollectAsync([key.Certificate, .. Path.Skip(1)], default);
        Assert.Equal(["/status"], counter.Asked);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        var port = ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        using var server = new System.Net.HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        server.Start();
        List<string> asked = [];
        var serving = Task.Run(async () =>
        {
            var call = await server.GetContextAsync();
            asked.Add(call.Request.Url!.AbsolutePath);
            call.Response.Redirect($"http://127.0.0.1:{port}/inside");
            call.Response.Close();
        });
        var sources = new RevocationSources(new HttpClient(RevocationSources.NewHandler()), [$"127.0.0.1:{port}"], TimeSpan.FromSeconds(10), TimeProvider.System);
        using var key = TestPki.Key(addresses: [$"http://127.0.0.1:{port}/ocsp"]);
        Assert.Equal("revocation-missing", Assert.Single((await sources.CollectAsync([key.Certificate, .. Path.Skip(1)], default)).Problems).Code);
        await serving;
        Assert.Equal(["/ocsp"], asked);
    }

    [Fact]
    public async Task Proofs_are_asked_for_again_when_they_are_no_longer_fresh()
    {
        var clock = new SteppedClock(TestPki.Now);
        var authority = new DevelopmentAuthority(TestPki.Certificates, clock);
        var counter = new Counter(authority.Handler());
        var sources = new RevocationSources(new HttpClient(counter), [authority.Host], TimeSpan.FromDays(30), clock);
        Assert.True((await sources.CollectAsync(Path, default)).Succeeded);
        using (clock.CreateTimer(_ => { }, null, TimeSpan.FromDays(8), Timeout.InfiniteTimeSpan))
            await clock.StepToNextTimer();
        authority.Revoke("bureau");
        Assert.Equal("certificate-revoked", Assert.Single((await sources.CollectAsync(Path, default)).Problems).Code);
        Assert.Equal(["/dev-ca/ocsp", "/dev-ca/root.crl", "/dev-ca/ocsp"], counter.Asked);
    }

    [Fact]
    public async Task A_silent_source_is_asked_once_a_minute_and_stops_no_seal()
    {
        var clock = new SteppedClock(TestPki.Now);
        var authority = new DevelopmentAuthority(TestPki.Certificates, clock);
        var counter = new Counter(new Nobody());
        var sources = new RevocationSources(new HttpClient(counter), [authority.Host], TimeSpan.FromDays(1), clock);
        for (var seal = 0; seal < 3; seal++)
            Assert.Null(await sources.FindRevokedAsync(Path[0], Path[1], default));
        var once = counter.Asked.Count;
        Assert.Equal(2, once); // OCSP, then the list
        using (clock.CreateTimer(_ => { }, null, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan))
            await clock.StepToNextTimer();
        Assert.Null(await sources.FindRevokedAsync(Path[0], Path[1], default));
        Assert.Equal(2 * once, counter.Asked.Count);
    }

    [Fact]
    public async Task An_answer_to_another_question_is_not_believed_and_the_list_is_asked_instead()
    {
        var authority = new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock);
        var replayed = authority.AnswerOcsp(OcspQuery.Encode(Path[0], Path[1], [1, 2, 3])); // good, signed, of today: and for somebody else's nonce
        var counter = new Counter(new Replay(authority.Handler(), replayed));
        var data = await new RevocationSources(new HttpClient(counter), [authority.Host], TimeSpan.FromSeconds(1), TestPki.Clock).CollectAsync(Path, default);
        Assert.True(data.Succeeded, string.Join(";", data.Problems));
        Assert.Equal((0, 2), (data.Value.OcspResponses.Count, data.Value.Crls.Count));
        Assert.Equal(["/dev-ca/ocsp", "/dev-ca/issuing.crl", "/dev-ca/root.crl"], counter.Asked);
    }

    [Fact]
    public void A_delegate_marked_ocsp_nocheck_is_not_asked_about_and_anybody_else_is()
    {
        var trusted = Path[^1];
        IReadOnlyList<X509Certificate2> responder = [TestPki.Certificates.Public("ocsp"), Path[1], trusted];
        Assert.DoesNotContain(RevocationCheck.Examine(responder, ValidationData.Empty, TestPki.Now, TestPki.Now), finding => finding.Certificate.Subject == responder[0].Subject);
        Assert.Contains(RevocationCheck.Examine(Path, ValidationData.Empty, TestPki.Now, TestPki.Now), finding => finding.Certificate.Subject == Path[0].Subject);
    }

    private sealed class Replay(HttpMessageHandler inner, byte[] ocsp) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.Method == HttpMethod.Post
            ? Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(ocsp) })
            : base.SendAsync(request, cancellationToken);
    }

    private sealed class Nobody : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException("refused");
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
