using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Writ.Outside;
using Writ.Sealing;

namespace WritService.Tests.Seal;

/// <summary>Two bureaus' own keys, impressions and timestamp authorities, all by configuration; and what nobody may ever read.</summary>
public sealed class BureauTests : IDisposable
{
    private const string Password = "a-password-nobody-may-read", Pack = "xianqi-tigong-cailiao-tongzhishu";
    private readonly string folder = Directory.CreateTempSubdirectory("writ-bureau-").FullName;
    private readonly DevelopmentCertificates certificates = DevelopmentCertificates.Generate(
        CertificateRecipe.Read(File.ReadAllBytes(Path.Combine(WritHouse.Root, "certs-dev", "recipe.json"))), TimeProvider.System.GetUtcNow());
    private readonly HttpListener authority = new();
    private readonly int port = FreePort();
    private Func<byte[], byte[]>? lie;

    public BureauTests()
    {
        authority.Prefixes.Add($"http://127.0.0.1:{port}/");
        authority.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        authority.Close();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_bureau_seals_with_its_own_key_and_the_second_authority_when_the_first_is_silent()
    {
        using LoggedHouse house = new(Configure("http://127.0.0.1:1/", $"http://127.0.0.1:{port}/"));
        foreach (string key in new[] { "first", "second" })
        {
            HttpResponseMessage answer = await Render(house, key);
            byte[] document = await answer.Content.ReadAsByteArrayAsync();
            Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(document));
            X509Certificate2 certificate = certificates.Public(key == "first" ? "bureau" : "attestation");
            Report report = Verifier.Examine(document, certificates.Trust, TimeProvider.System.GetUtcNow());
            Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), (report.Integrity, report.Indication));
            Assert.NotNull(report.Seals[0].ProvenTime);

            Receipt receipt = Receipt.Verify(answer.Headers.GetValues("Writ-Receipt").Single(), certificate)!;
            Assert.Equal(SHA256.HashData(document), receipt.Sha256.ToArray());
            Assert.Equal((document.Length, 2, Pack), ((int)receipt.Length, receipt.Revision, receipt.Pack.Split('@')[0]));
            Assert.Single(receipt.SealTimes);
            // The bureau's own picture, not a drawn seal: an image with a soft mask.
            Assert.Equal(key == "first", System.Text.Encoding.Latin1.GetString(document).Contains("/SMask", StringComparison.Ordinal));
        }
        HttpResponseMessage unknown = await Render(house, "third");
        await unknown.Problem(HttpStatusCode.UnprocessableEntity, "unknown-key");
        AssertSecret(house);
    }

    [Fact]
    public async Task When_no_authority_answers_nothing_is_sealed_and_the_caller_knows_when_to_return()
    {
        using LoggedHouse house = new(Configure("http://127.0.0.1:1/", "http://127.0.0.1:2/"));
        HttpResponseMessage answer = await Render(house, "first");
        await answer.Problem(HttpStatusCode.ServiceUnavailable, "authority-unavailable");
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 120);
        house.Log.Enqueue(await answer.Content.ReadAsStringAsync());
        AssertSecret(house);
    }

    [Theory]
    [InlineData("another nonce", "timestamp-nonce-wrong")]
    [InlineData("another digest", "timestamp-imprint-wrong")]
    [InlineData("another time", "timestamp-time-off")]
    [InlineData("a certificate for other uses", "timestamp-signature-wrong")]
    [InlineData("a stranger's certificate", "timestamp-certificate-untrusted")]
    [InlineData("no answer at all", "timestamp-malformed")]
    [InlineData("a refusal", "timestamp-rejected")]
    public async Task An_authority_that_lies_is_found_out_and_nothing_is_sealed(string what, string code)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DevelopmentCertificates stranger = DevelopmentCertificates.Generate(CertificateRecipe.Read(File.ReadAllBytes(Path.Combine(WritHouse.Root, "certs-dev", "recipe.json"))), now);
        lie = asked =>
        {
            TimestampQuery question = TimestampQuery.Parse(asked);
            TimestampResponder honest = certificates.Timestamps();
            return what switch
            {
                "another nonce" => honest.Answer((question with { Nonce = new byte[] { 5 } }).Encode(), now, 1),
                "another digest" => honest.Answer((question with { Imprint = SHA256.HashData([1]) }).Encode(), now, 1),
                "another time" => honest.Answer(asked, now.AddHours(-1), 1),
                "a certificate for other uses" => new TimestampResponder(certificates.WithKey("bureau"), [], "1.2.3.4").Answer(asked, now, 1),
                "a stranger's certificate" => stranger.Timestamps().Answer(asked, now, 1),
                "a refusal" => honest.Answer((question with { Policy = "1.2.3" }).Encode(), now, 1),
                _ => "nothing"u8.ToArray(),
            };
        };
        using LoggedHouse house = new(Configure($"http://127.0.0.1:{port}/"));
        HttpResponseMessage answer = await Render(house, "first");
        JsonElement problem = await answer.Problem(HttpStatusCode.ServiceUnavailable, "authority-unavailable");
        Assert.Equal(code, problem.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.False(answer.Headers.Contains("Writ-Receipt"));
    }

    [Fact]
    public async Task A_key_that_is_not_for_this_caller_looks_like_none()
    {
        string file = Configure($"http://127.0.0.1:{port}/");
        JsonNode settings = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        settings["keys"]![0]!["callers"] = new JsonArray("case-system");
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        using LoggedHouse house = new(file);
        await (await Render(house, "first")).Problem(HttpStatusCode.UnprocessableEntity, "unknown-key");
        Assert.True((await Render(house, "second")).IsSuccessStatusCode);
    }

    [Fact]
    public void A_key_that_does_not_belong_to_its_certificate_keeps_the_service_from_starting()
    {
        string settings = Configure($"http://127.0.0.1:{port}/");
        File.WriteAllText(Path.Combine(folder, "second.pem"), certificates.Public("evidence").ExportCertificatePem());
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => SealCabinet.OfBureau(settings, TimeProvider.System));
        Assert.Contains("second", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_signatures_seals_nothing()
    {
        string settings = Configure($"http://127.0.0.1:{port}/");
        X509Certificate2 wrong = certificates.WithKey("custody"); // key encipherment only
        File.WriteAllBytes(Path.Combine(folder, "first.p12"), new X509Certificate2Collection { wrong, certificates.Public("issuing") }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password));
        using LoggedHouse house = new(settings);
        JsonElement problem = await (await Render(house, "first")).Problem(HttpStatusCode.ServiceUnavailable, "key-unfit");
        Assert.Equal("certificate-key-usage", problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void A_wrong_password_is_told_without_being_repeated()
    {
        string settings = Configure($"http://127.0.0.1:{port}/");
        File.WriteAllText(Path.Combine(folder, "secret"), Password + "-but-wrong");
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => SealCabinet.OfBureau(settings, TimeProvider.System));
        Assert.DoesNotContain(Password, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_impression_that_is_no_picture_keeps_the_service_from_starting()
    {
        string settings = Configure($"http://127.0.0.1:{port}/");
        File.WriteAllBytes(Path.Combine(folder, "impression.png"), Picture()[..^9]);
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => SealCabinet.OfBureau(settings, TimeProvider.System));
        Assert.Contains("impression.png", refusal.Message, StringComparison.Ordinal);
    }

    private string Configure(params string[] authorities)
    {
        X509Certificate2 first = certificates.WithKey("bureau"), second = certificates.WithKey("attestation");
        File.WriteAllBytes(Path.Combine(folder, "first.p12"), new X509Certificate2Collection { first, certificates.Public("issuing") }.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, Password));
        using ECDsa key = second.GetECDsaPrivateKey()!;
        File.WriteAllText(Path.Combine(folder, "second.key.pem"), key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        File.WriteAllText(Path.Combine(folder, "second.pem"), second.ExportCertificatePem() + "\n" + certificates.Public("issuing").ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "secret"), Password + "\n");
        File.WriteAllText(Path.Combine(folder, "roots.pem"), certificates.Public("root").ExportCertificatePem() + "\n" + certificates.Public("issuing").ExportCertificatePem());
        File.WriteAllBytes(Path.Combine(folder, "impression.png"), Picture());
        string file = Path.Combine(folder, "seals.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            keys = new object[]
            {
                new { name = "first", pkcs12 = "first.p12", passwordFile = "secret", impression = "impression.png" },
                new { name = "second", certificates = "second.pem", privateKey = "second.key.pem", passwordFile = "secret" },
            },
            roots = "roots.pem",
            timestampAuthorities = authorities,
        }));
        return file;
    }

    // A PNG with alpha that the repository already holds: a photograph of an example.
    private static byte[] Picture()
    {
        string example = Path.Combine(WritHouse.Root, "templates", "zhengju-tiqudan", "examples", "maximal.json");
        return Convert.FromBase64String((string)JsonNode.Parse(File.ReadAllBytes(example))!["photos"]![1]!["content"]!);
    }

    private static Task<HttpResponseMessage> Render(WritHouse house, string key)
    {
        string data = File.ReadAllText(Path.Combine(WritHouse.Root, "templates", Pack, "examples", "ordinary.json"));
        return house.CreateClient().Ask(HttpMethod.Post, $"/v1/packs/{Pack}/documents?seal={key}", $$"""{"data":{{data}}}""");
    }

    private void AssertSecret(LoggedHouse house)
    {
        string log = string.Join('\n', house.Log);
        Assert.NotEmpty(log);
        Assert.DoesNotContain(Password, log, StringComparison.Ordinal);
        foreach (string name in new[] { "bureau", "attestation" })
        {
            using ECDsa key = certificates.WithKey(name).GetECDsaPrivateKey()!;
            byte[] secret = key.ExportParameters(true).D!;
            Assert.DoesNotContain(Convert.ToHexString(secret), log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(secret), log, StringComparison.Ordinal);
        }
    }

    private async Task ServeAsync()
    {
        DevelopmentTimestampAuthority clockwork = new(certificates.Timestamps(), certificates.Trust, TimeProvider.System);
        while (authority.IsListening)
        {
            try
            {
                HttpListenerContext asked = await authority.GetContextAsync();
                using MemoryStream question = new();
                await asked.Request.InputStream.CopyToAsync(question);
                asked.Response.ContentType = "application/timestamp-reply";
                asked.Response.Close(lie?.Invoke(question.ToArray()) ?? clockwork.Answer(question.ToArray()), willBlock: false);
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A service that logs everything it can into a list.</summary>
    private sealed class LoggedHouse(string settings) : WritHouse(("Writ:Seals", settings), ("Writ:Templates", Path.Combine(Root, "templates")))
    {
        public ConcurrentQueue<string> Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Provider(Log)));
        }

        private sealed class Provider(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
        {
            public ILogger CreateLogger(string categoryName) => this;

            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                log.Enqueue(formatter(state, exception) + exception);

            public void Dispose()
            {
            }
        }
    }
}
