using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace WritService.Tests.Access;

/// <summary>Each way of proving who is calling: none, wrong, expired, right.</summary>
public sealed class AccessTests : IDisposable
{
    private const string Path = "/v1/packs";
    private readonly string keyFile = System.IO.Path.GetTempFileName();
    private readonly ECDsa tokenKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WritHouse house;

    public AccessTests()
    {
        File.WriteAllText(keyFile, tokenKey.ExportSubjectPublicKeyInfoPem());
        house = new WritHouse(
            ("Writ:Access:ApiKeys:0:Caller", "cases"), ("Writ:Access:ApiKeys:0:Sha256", Hash("right-key")), ("Writ:Access:ApiKeys:0:Scopes:0", "packs:read"),
            ("Writ:Access:ApiKeys:1:Caller", "old"), ("Writ:Access:ApiKeys:1:Sha256", Hash("old-key")), ("Writ:Access:ApiKeys:1:Scopes:0", "packs:read"), ("Writ:Access:ApiKeys:1:Expires", "2020-01-01T00:00:00Z"),
            ("Writ:Access:ApiKeys:2:Caller", "verifier"), ("Writ:Access:ApiKeys:2:Sha256", Hash("verify-key")), ("Writ:Access:ApiKeys:2:Scopes:0", "documents:verify"),
            ("Writ:Access:Jwt:Issuer", "https://issuer.example"), ("Writ:Access:Jwt:Audience", "writ-service"), ("Writ:Access:Jwt:KeyFile", keyFile))
        { Environment = "Production" };
    }

    public void Dispose()
    {
        house.Dispose();
        tokenKey.Dispose();
        File.Delete(keyFile);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong-key", HttpStatusCode.Unauthorized)]
    [InlineData("old-key", HttpStatusCode.Unauthorized)]
    [InlineData("verify-key", HttpStatusCode.Forbidden)]
    [InlineData("right-key", HttpStatusCode.OK)]
    public async Task A_key_opens_what_it_is_for(string? key, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await house.CreateClient().Ask(HttpMethod.Get, Path, null, key is null ? [] : [("X-Api-Key", key)]);
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Unauthorized)
        {
            await answer.Problem(expected, "unauthenticated");
            Assert.NotEmpty(answer.Headers.WwwAuthenticate);
        }
        if (expected == HttpStatusCode.Forbidden)
            await answer.Problem(expected, "forbidden");
    }

    [Theory]
    [InlineData("https://issuer.example", "writ-service", "packs:read documents:verify", 300, HttpStatusCode.OK)]
    [InlineData("https://issuer.example", "writ-service", "documents:verify", 300, HttpStatusCode.Forbidden)]
    [InlineData("https://issuer.example", "writ-service", "packs:read", -300, HttpStatusCode.Unauthorized)]
    [InlineData("https://issuer.example", "another-service", "packs:read", 300, HttpStatusCode.Unauthorized)]
    [InlineData("https://another.example", "writ-service", "packs:read", 300, HttpStatusCode.Unauthorized)]
    public async Task A_token_opens_what_its_scopes_say(string issuer, string audience, string scope, int seconds, HttpStatusCode expected)
    {
        string token = Token("ES256", $$"""{"iss":"{{issuer}}","aud":"{{audience}}","sub":"cases","scope":"{{scope}}","exp":{{DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds()}}}""", tokenKey);
        Assert.Equal(expected, (await Bear(token)).StatusCode);
    }

    [Fact]
    public async Task A_token_without_a_signature_or_of_another_key_or_tampered_with_opens_nothing()
    {
        string claims = $$"""{"iss":"https://issuer.example","aud":"writ-service","sub":"cases","scope":"packs:read","exp":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}}""";
        string unsigned = $"{Encode("""{"alg":"none"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims))}.";
        Assert.Equal(HttpStatusCode.Unauthorized, (await Bear(unsigned)).StatusCode);

        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Bear(Token("ES256", claims, other))).StatusCode);

        string[] parts = Token("ES256", claims, tokenKey).Split('.');
        parts[1] = Encode(Encoding.UTF8.GetBytes(claims.Replace("packs:read", "batches", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Bear(string.Join('.', parts))).StatusCode);
    }

    // RFC 8725, 2.1: a public key must not be taken for an HMAC secret.
    [Fact]
    public async Task A_token_keyed_with_the_public_key_as_a_secret_opens_nothing()
    {
        string input = $"{Encode("""{"alg":"HS256"}"""u8)}.{Encode(Encoding.UTF8.GetBytes($$"""{"iss":"https://issuer.example","aud":"writ-service","sub":"x","scope":"packs:read","exp":{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}}"""))}";
        byte[] mac = HMACSHA256.HashData(File.ReadAllBytes(keyFile), Encoding.ASCII.GetBytes(input));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Bear($"{input}.{Encode(mac)}")).StatusCode);
    }

    [Fact]
    public async Task Health_and_contract_need_no_proof()
    {
        foreach (string path in new[] { "/health/live", "/problems", "/openapi/v1.json" })
            Assert.Equal(HttpStatusCode.OK, (await house.CreateClient().GetAsync(path)).StatusCode);
    }

    private Task<HttpResponseMessage> Bear(string token) => house.CreateClient().Ask(HttpMethod.Get, Path, null, ("Authorization", "Bearer " + token));

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Token(string algorithm, string claims, ECDsa key)
    {
        string input = $"{Encode(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}"""))}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{input}.{Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
