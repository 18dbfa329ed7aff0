using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Writ.Outside;

namespace WritService.Tests.Seal;

/// <summary>The development authorities as others meet them: time at <c>/tsa</c>, revocation state below <c>/dev-ca</c>; OpenSSL asks and judges.</summary>
public sealed class DevelopmentAuthorityTests(WritHouse house) : IClassFixture<WritHouse>, IDisposable
{
    private readonly HttpClient client = house.CreateClient();
    private readonly string folder = Directory.CreateTempSubdirectory("writ-authority-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sha256", "-cert")]
    [InlineData("sha512", "-no_nonce")]
    public async Task A_question_of_OpenSSL_is_stamped_and_the_stamp_stands_before_OpenSSL(string hash, string option)
    {
        await File.WriteAllBytesAsync(At("data"), "送达回证"u8.ToArray());
        await File.WriteAllTextAsync(At("root.pem"), Chancery.Seals.Trust.Roots[0].ExportCertificatePem());
        await File.WriteAllTextAsync(At("chain.pem"), string.Concat(Chancery.Seals.Trust.Intermediates.Select(c => c.ExportCertificatePem() + "\n")) + await AuthorityAsync());
        OpenSsl("ts", "-query", "-data", "data", "-" + hash, option, "-out", "q.tsq");
        HttpResponseMessage answer = await Post("/tsa", "application/timestamp-query", await File.ReadAllBytesAsync(At("q.tsq")));
        Assert.Equal((HttpStatusCode.OK, "application/timestamp-reply"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        await File.WriteAllBytesAsync(At("r.tsr"), await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("Verification: OK", OpenSsl("ts", "-verify", "-queryfile", "q.tsq", "-in", "r.tsr", "-CAfile", "root.pem", "-untrusted", "chain.pem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_question_is_refused_in_the_form_of_the_protocol_or_as_a_problem()
    {
        HttpResponseMessage junk = await Post("/tsa", "application/timestamp-query", "no DER"u8.ToArray());
        Assert.Equal("application/timestamp-reply", junk.Content.Headers.ContentType?.MediaType);
        await File.WriteAllBytesAsync(At("r.tsr"), await junk.Content.ReadAsByteArrayAsync());
        Assert.Contains("Status: Rejected", OpenSsl("ts", "-reply", "-in", "r.tsr", "-text"), StringComparison.Ordinal);
        await (await Post("/tsa", "application/pdf", [1])).Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        await (await Post("/tsa", "application/timestamp-query", new byte[20 << 10])).Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task OCSP_and_CRL_are_answered_at_the_addresses_in_the_certificates()
    {
        await File.WriteAllTextAsync(At("issuer.pem"), Chancery.Seals.Trust.Intermediates[0].ExportCertificatePem());
        await File.WriteAllTextAsync(At("root.pem"), Chancery.Seals.Trust.Roots[0].ExportCertificatePem());
        await File.WriteAllTextAsync(At("cert.pem"), Chancery.Seals.All[0].Certificate.ExportCertificatePem());
        OpenSsl("ocsp", "-issuer", "issuer.pem", "-cert", "cert.pem", "-reqout", "q.der");
        HttpResponseMessage answer = await Post("/dev-ca/ocsp", "application/ocsp-request", await File.ReadAllBytesAsync(At("q.der")));
        await File.WriteAllBytesAsync(At("r.der"), await answer.Content.ReadAsByteArrayAsync());
        string words = OpenSsl("ocsp", "-respin", "r.der", "-no_nonce", "-issuer", "issuer.pem", "-cert", "cert.pem", "-CAfile", "root.pem", "-verify_other", "issuer.pem");
        Assert.Contains("cert.pem: good", words, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(At("list.crl"), await client.GetByteArrayAsync("/dev-ca/issuing.crl"));
        Assert.Contains("verify OK", OpenSsl("crl", "-inform", "DER", "-in", "list.crl", "-CAfile", "issuer.pem", "-noout"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/dev-ca/nobody.crl")).StatusCode);
    }

    private Chancery Chancery => house.Services.GetRequiredService<Chancery>();

    private async Task<string> AuthorityAsync() =>
        System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(await client.GetByteArrayAsync("/dev-ca/tsa.cer")).ExportCertificatePem();

    private Task<HttpResponseMessage> Post(string path, string mediaType, byte[] body) =>
        client.PostAsync(path, new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } });

    private string At(string name) => Path.Combine(folder, name);

    private string OpenSsl(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return output;
    }
}
