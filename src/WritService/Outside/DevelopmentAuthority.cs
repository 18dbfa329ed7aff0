using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// The development certificate authority as it answers the world: OCSP, CRLs and its certificates below the address that stands in
/// AIA and CDP. The service serves it; inside the process the same answers come through <see cref="Handler"/>.
/// </summary>
internal sealed class DevelopmentAuthority
{
    public const string CrlMediaType = "application/pkix-crl";
    public const string CertificateMediaType = "application/pkix-cert";

    private static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private readonly DevelopmentCertificates certificates;
    private readonly TimeProvider clock;
    private readonly OcspResponder responder;
    private readonly ConcurrentDictionary<string, DateTimeOffset> revoked = new(StringComparer.Ordinal);

    public DevelopmentAuthority(DevelopmentCertificates certificates, TimeProvider clock)
    {
        this.certificates = certificates;
        this.clock = clock;
        responder = new OcspResponder(certificates.Public("issuing"), certificates.WithKey("ocsp"));
    }

    /// <summary>Host and port that <see cref="RevocationSources"/> must be allowed to call.</summary>
    public string Host => new Uri(certificates.BaseUrl).Authority;

    /// <summary>From now on the certificate of that name is answered as revoked.</summary>
    public void Revoke(string name) => Revoke(certificates.Public(name));

    public void Revoke(X509Certificate2 certificate) => revoked[certificate.SerialNumber] = clock.GetUtcNow();

    public byte[] AnswerOcsp(ReadOnlyMemory<byte> request) => responder.Answer(
        request,
        serial => revoked.TryGetValue(Convert.ToHexString(serial.Span), out var at) ? at : null,
        clock.GetUtcNow(),
        Validity);

    /// <summary>The list of <c>root</c> or <c>issuing</c>; null for another name.</summary>
    public byte[]? Crl(string issuer)
    {
        if (issuer is not ("root" or "issuing"))
            return null;
        var now = clock.GetUtcNow();
        var entries = issuer == "root" ? [] : revoked.Select(r => ((ReadOnlyMemory<byte>)Convert.FromHexString(r.Key), r.Value));
        return CertificateRevocations.Publish(certificates.WithKey(issuer), now.ToUnixTimeSeconds(), now, now + Validity, entries);
    }

    public byte[]? Certificate(string name) => certificates.Names.Contains(name) ? certificates.Public(name).RawData : null;

    /// <summary>Answers HTTP requests below the base address without a network.</summary>
    public HttpMessageHandler Handler() => new InProcess(this);

    private sealed class InProcess(DevelopmentAuthority authority) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri?.AbsoluteUri ?? "";
            var prefix = authority.certificates.BaseUrl + "/";
            if (!address.StartsWith(prefix, StringComparison.Ordinal))
                return new HttpResponseMessage(HttpStatusCode.NotFound);
            var name = address[prefix.Length..];
            if (name == "ocsp" && request.Content is { } content)
                return Answer(authority.AnswerOcsp(await content.ReadAsByteArrayAsync(cancellationToken)), OcspAnswer.MediaType);
            return name.Split('.') switch
            {
                [var issuer, "crl"] => Answer(authority.Crl(issuer), CrlMediaType),
                [var subject, "cer"] => Answer(authority.Certificate(subject), CertificateMediaType),
                _ => new HttpResponseMessage(HttpStatusCode.NotFound),
            };
        }

        private static HttpResponseMessage Answer(byte[]? body, string mediaType)
        {
            if (body is null)
                return new HttpResponseMessage(HttpStatusCode.NotFound);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            response.Content.Headers.ContentLength = body.Length;
            return response;
        }
    }
}
