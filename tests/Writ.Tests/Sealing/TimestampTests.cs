using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

public sealed class TimestampTests
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("送达回证");
    private static readonly byte[] Nonce = [0x00, 0x91, 0x02, 0x03, 0x04];

    [Fact]
    public async Task The_development_authority_stamps_and_its_token_is_believed()
    {
        var outcome = await TestPki.Authority.StampAsync(SHA256.HashData(Data), default);
        Assert.True(outcome.Succeeded, string.Join(";", outcome.Problems));
        Assert.Equal(TestPki.Now, outcome.Value.Time);
        Assert.Equal(TimeSpan.FromSeconds(1), outcome.Value.Accuracy);
        Assert.True(Rfc3161TimestampToken.TryDecode(outcome.Value.Encoded, out var platform, out _));
        Assert.True(platform!.VerifySignatureForData(Data, out _));
    }

    [Fact]
    public void A_request_of_the_platform_is_answered_and_accepted_by_it()
    {
        var request = Rfc3161TimestampRequest.CreateFromData(Data, HashAlgorithmName.SHA512, nonce: Nonce.AsMemory(1), requestSignerCertificates: true);
        var response = TestPki.Certificates.Timestamps().Answer(request.Encode(), TestPki.Now, 7);
        Assert.NotNull(request.ProcessResponse(response, out _));
    }

    [Fact]
    public void Query_survives_its_encoding()
    {
        var query = Query();
        var back = TimestampQuery.Parse(query.Encode());
        Assert.Equal(query.Hash, back.Hash);
        Assert.True(back.WantsCertificate);
        Assert.True(query.NonceMatches(back.Nonce.Span));
        Assert.Equal(query.Encode(), back.Encode());
    }

    [JudgeFact("openssl")]
    public void OpenSSL_accepts_response_and_token()
    {
        using var judge = new Judge();
        judge.Put("data", Data);
        judge.Put("root.pem", TestPki.Certificates.Trust.Roots[0].ExportCertificatePem());
        Assert.Equal(0, judge.Run("openssl", "ts", "-query", "-data", "data", "-sha512", "-cert", "-out", "q.tsq").Code);
        var response = TestPki.Certificates.Timestamps().Answer(File.ReadAllBytes(judge.PathOf("q.tsq")), TestPki.Now, new BigInteger(99));
        judge.Put("r.tsr", response);
        var at = TestPki.Now.ToUnixTimeSeconds().ToString();
        var (code, output) = judge.Run("openssl", "ts", "-verify", "-queryfile", "q.tsq", "-in", "r.tsr", "-CAfile", "root.pem", "-attime", at);
        Assert.True(code == 0, output);
    }

    [Theory]
    [InlineData("imprint", "timestamp-imprint-wrong")]
    [InlineData("nonce", "timestamp-nonce-wrong")]
    [InlineData("late", "timestamp-time-off")]
    [InlineData("early", "timestamp-time-off")]
    [InlineData("cut", "timestamp-malformed")]
    [InlineData("signature", "timestamp-signature-wrong")]
    [InlineData("stranger", "timestamp-certificate-untrusted")]
    [InlineData("rejected", "timestamp-rejected")]
    [InlineData("usage", "timestamp-signature-wrong")]
    public void A_lying_authority_is_caught(string lie, string code)
    {
        var query = Query();
        var honest = TestPki.Certificates.Timestamps();
        var response = lie switch
        {
            "imprint" => honest.Answer((query with { Imprint = SHA256.HashData([1]) }).Encode(), TestPki.Now, 1),
            "nonce" => honest.Answer((query with { Nonce = new byte[] { 5 } }).Encode(), TestPki.Now, 1),
            "late" => honest.Answer(query.Encode(), TestPki.Now.AddMinutes(10), 1),
            "early" => honest.Answer(query.Encode(), TestPki.Now.AddMinutes(-10), 1),
            "rejected" => honest.Answer((query with { Policy = "1.2.3" }).Encode(), TestPki.Now, 1),
            "usage" => new TimestampResponder(TestPki.Certificates.WithKey("bureau"), [], "1.2.3.4").Answer(query.Encode(), TestPki.Now, 1),
            "stranger" => Writ.Outside.DevelopmentCertificates.Generate(TestPki.Recipe, TestPki.Now).Timestamps().Answer(query.Encode(), TestPki.Now, 1),
            _ => honest.Answer(query.Encode(), TestPki.Now, 1),
        };
        if (lie == "cut")
            response = response[..^1];
        if (lie == "signature")
            response[^1] ^= 1;
        var outcome = TimestampResponse.Accept("test", query, response, TestPki.Certificates.Trust, TestPki.Now, TimeSpan.FromMinutes(5));
        Assert.Equal(code, Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void Every_cut_response_is_malformed()
    {
        var query = Query();
        var response = TestPki.Certificates.Timestamps().Answer(query.Encode(), TestPki.Now, 1);
        for (var length = 0; length < response.Length; length += 11)
        {
            var outcome = TimestampResponse.Accept("test", query, response.AsMemory(0, length), TestPki.Certificates.Trust, TestPki.Now, TimeSpan.FromMinutes(5));
            Assert.Equal("timestamp-malformed", Assert.Single(outcome.Problems).Code);
        }
    }

    private static TimestampQuery Query() => new(HashAlgorithmName.SHA256, SHA256.HashData(Data), Nonce);
}
