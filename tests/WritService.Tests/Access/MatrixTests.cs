using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WritService.Access;

namespace WritService.Tests.Access;

/// <summary>Each call × each scope × none, wrong, expired, right: only <em>right</em> passes.</summary>
public sealed class MatrixTests : IDisposable
{
    private static readonly string[] ScopeNames = [.. Scopes.All];
    private static readonly string[] States = ["none", "wrong", "expired", "right"];
    private const string Issuer = "https://issuer.example", Audience = "writ-service", Header = "Client-Cert";

    private readonly string keyFile = Path.GetTempFileName();
    private readonly ECDsa tokenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256), otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<(string State, string Scope), X509Certificate2> certificates = [];
    private readonly WritHouse house;

    public MatrixTests()
    {
        File.WriteAllText(keyFile, tokenKey.ExportSubjectPublicKeyInfoPem());
        List<(string, string)> settings =
        [
            ("Writ:Access:Jwt:Issuer", Issuer), ("Writ:Access:Jwt:Audience", Audience), ("Writ:Access:Jwt:KeyFile", keyFile),
            ("Writ:Access:CertificateHeader", Header), ("Writ:Access:TrustedProxies:0", "127.0.0.0/8"), ("Writ:Access:TrustedProxies:1", "::1"),
        ];
        int holders = 0, keys = 0;
        foreach (string scope in ScopeNames)
            foreach (string state in States[1..])
            {
                X509Certificate2 certificate = certificates[(state, scope)] = Certificate(scope, expired: state == "expired");
                if (state == "wrong")
                    continue;
                settings.AddRange([($"Writ:Access:Certificates:{holders}:Caller", $"{state} {scope}"), ($"Writ:Access:Certificates:{holders}:Sha256", certificate.GetCertHashString(HashAlgorithmName.SHA256)), ($"Writ:Access:Certificates:{holders++}:Scopes:0", scope)]);
                settings.AddRange([($"Writ:Access:ApiKeys:{keys}:Caller", $"{state} {scope}"), ($"Writ:Access:ApiKeys:{keys}:Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{state} {scope}")))), ($"Writ:Access:ApiKeys:{keys}:Scopes:0", scope)]);
                if (state == "expired")
                    settings.Add(($"Writ:Access:ApiKeys:{keys}:Expires", "2020-01-01T00:00:00Z"));
                keys++;
            }
        house = new WritHouse([.. settings]) { Environment = "Production" };
        house.UseKestrel(0);
    }

    public void Dispose()
    {
        house.Dispose();
        tokenKey.Dispose();
        otherKey.Dispose();
        foreach (X509Certificate2 certificate in certificates.Values)
            certificate.Dispose();
        File.Delete(keyFile);
    }

    // The calls are those the service has, whoever adds one; the ways of proof are those it knows.
    [Theory]
    [InlineData("key")]
    [InlineData("token")]
    [InlineData("certificate")]
    public async Task Only_the_right_proof_passes(string way)
    {
        using HttpClient client = house.CreateClient();
        List<string> wrong = [];
        int tried = 0;
        foreach (RouteEndpoint call in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (call.Metadata.GetMetadata<ScopeNeeded>() is not { } needed)
                continue;
            foreach (string method in call.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
                foreach (string scope in ScopeNames)
                    foreach (string state in States)
                    {
                        tried++;
                        HttpStatusCode status = await Ask(client, call, method, way, state, scope);
                        bool opens = state == "right" && (scope == needed.Scope || (needed.Scope == Scopes.Seal && scope == Scopes.SealWithAll));
                        HttpStatusCode? refusal = opens ? null : state == "right" ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized;
                        if (refusal is { } expected ? status != expected : status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                            wrong.Add($"{method} {call.RoutePattern.RawText} with {state} {way} for {scope}: {(int)status}");
                    }
        }
        Assert.Empty(wrong);
        Assert.True(tried >= 8 * ScopeNames.Length * States.Length, $"only {tried} were tried");
    }

    [Fact]
    public async Task A_key_that_may_seal_with_one_seal_may_not_with_another()
    {
        using WritHouse own = new(("Writ:Access:ApiKeys:0:Caller", "a"), ("Writ:Access:ApiKeys:0:Sha256", Convert.ToHexStringLower(SHA256.HashData("k"u8))),
            ("Writ:Access:ApiKeys:0:Scopes:0", "documents:seal:attestation"), ("Writ:Access:ApiKeys:0:Scopes:1", "documents:render"), ("Writ:Access:ApiKeys:0:Profiles:0", "tonghua"));
        HttpClient client = own.CreateClient();
        ByteArrayContent document = new("%PDF-"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        HttpRequestMessage Seal(string key) => new(HttpMethod.Post, "/v1/documents/seal?key=" + key) { Content = document, Headers = { { "X-Api-Key", "k" } } };
        await (await client.SendAsync(Seal("bureau"))).Problem(HttpStatusCode.Forbidden, "forbidden");
        await (await client.SendAsync(Seal("attestation"))).Problem(HttpStatusCode.UnprocessableEntity, "document-unreadable");

        // And a profile that is not the caller's does not exist for it.
        await (await client.Ask(HttpMethod.Post, "/v1/packs/xunwen-bilu/documents", """{"data":{}}""", ("X-Api-Key", "k"))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-profile");
    }

    private async Task<HttpStatusCode> Ask(HttpClient client, RouteEndpoint call, string method, string way, string state, string scope)
    {
        string path = call.RoutePattern.Parameters.Aggregate("/" + call.RoutePattern.RawText!.TrimStart('/'), (path, parameter) => path.Replace($"{{{parameter.Name}}}", parameter.Name == "id" ? "xunwen-bilu" : "ordinary", StringComparison.Ordinal));
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (state != "none")
            Prove(request, way, state, scope);
        if (method == "POST")
            request.Content = new StringContent("{}", Encoding.UTF8, call.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json");
        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private void Prove(HttpRequestMessage request, string way, string state, string scope)
    {
        if (way == "key")
            request.Headers.Add("X-Api-Key", $"{state} {scope}");
        else if (way == "token")
            request.Headers.Add("Authorization", "Bearer " + Token(state, scope));
        else
            request.Headers.Add(Header, $":{Convert.ToBase64String(certificates[(state, scope)].RawData)}:");
    }

    private string Token(string state, string scope)
    {
        string claims = $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","sub":"cases","scope":"{{scope}}","exp":{{DateTimeOffset.UtcNow.AddHours(state == "expired" ? -1 : 1).ToUnixTimeSeconds()}}}""";
        string input = $"{Base64Url.EncodeToString("""{"alg":"ES256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{input}.{Base64Url.EncodeToString((state == "wrong" ? otherKey : tokenKey).SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    private static X509Certificate2 Certificate(string name, bool expired)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-2), now.AddDays(expired ? -1 : 1));
    }
}
