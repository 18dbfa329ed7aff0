using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Writ.Sealing;
using Writ.Sealing.Cms;

namespace Writ.Tests.Sealing;

/// <summary>The CMS this room writes from a digest, read back by itself, by the platform and by OpenSSL.</summary>
public sealed class CmsTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("以上笔录我已看过,与我说的一致");

    public static TheoryData<string, bool> Kinds => new() { { "P-256", false }, { "P-384", false }, { "RSA-2048", false }, { "RSA-3072", true } };

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_is_written_verifies_here_and_on_the_platform(string kind, bool pss)
    {
        using var key = TestPki.Key(kind, pss);
        var cms = await Sign(key);

        var parsed = SignedData.Parse(cms);
        Assert.True(parsed.IsDer);
        Assert.Equal(cms.Length, parsed.Length);
        Assert.Equal(2, parsed.Certificates.Count);
        Assert.Null(parsed.Signer.Single(ObjectIdentifiers.SigningTime));
        var check = SignerCheck.Check(parsed, hash => HashAlgorithms.Digest(hash, Content), [], requireSigningCertificate: true);
        Assert.Equal(SignerFault.None, check.Fault);
        Assert.Equal(key.Certificate.Thumbprint, check.Certificate!.Thumbprint);

        var platform = new SignedCms(new ContentInfo(Content), detached: true);
        platform.Decode(cms);
        platform.CheckSignature(verifySignatureOnly: true);
    }

    [JudgeFact("openssl")]
    public async Task OpenSSL_accepts_every_algorithm_as_CAdES()
    {
        foreach (var (kind, pss) in new[] { ("P-256", false), ("P-384", false), ("RSA-2048", false), ("RSA-2048", true) })
        {
            using var key = TestPki.Key(kind, pss);
            using var judge = new Judge();
            judge.Put("cms.der", await Sign(key));
            judge.Put("content", Content);
            judge.Put("root.pem", TestPki.Certificates.Trust.Roots[0].ExportCertificatePem());
            var (code, output) = judge.Run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "cms.der", "-content", "content",
                "-CAfile", "root.pem", "-purpose", "any", "-attime", TestPki.Now.ToUnixTimeSeconds().ToString(), "-out", "out");
            Assert.True(code == 0, $"{kind} pss={pss}: {output}");
        }
    }

    [Fact]
    public async Task Every_flipped_bit_is_noticed()
    {
        using var key = TestPki.Key();
        var cms = await Sign(key);
        var parsed = SignedData.Parse(cms);
        // Unused parts are the issuer's certificate and, of the signer's certificate, nothing: its hash is signed.
        var helper = TestPki.Certificates.Public("issuing").RawDataMemory;
        var helperAt = cms.AsSpan().IndexOf(helper.Span);
        Assert.True(helperAt > 0);
        for (var i = 0; i < cms.Length; i++)
        {
            if (i >= helperAt && i < helperAt + helper.Length)
                continue;
            var copy = cms.ToArray();
            copy[i] ^= 0x01;
            Assert.False(Holds(copy), $"byte {i} of {cms.Length}");
        }
    }

    [Fact]
    public async Task Cut_bytes_are_a_format_error_with_a_place()
    {
        using var key = TestPki.Key();
        var cms = await Sign(key);
        for (var length = 0; length < cms.Length; length += 7)
        {
            var error = Assert.Throws<CmsFormatException>(() => SignedData.Parse(cms.AsMemory(0, length)));
            Assert.InRange(error.Offset, 0, length);
        }
    }

    [Fact]
    public async Task Another_certificate_of_the_same_name_is_not_taken()
    {
        using var key = TestPki.Key();
        using var other = TestPki.Key();
        var attributes = SignedAttributes.Encode(ObjectIdentifiers.Data, SHA256.HashData(Content), key.Certificate);
        var signature = (await key.SignAsync(SHA256.HashData(attributes), default)).Value!;
        var cms = SignedDataWriter.Write(ObjectIdentifiers.Data, null, other.Algorithm, other.Certificate, [], true, attributes, signature, default);
        var check = SignerCheck.Check(SignedData.Parse(cms), hash => HashAlgorithms.Digest(hash, Content), [], requireSigningCertificate: true);
        Assert.Equal(SignerFault.SigningCertificateWrong, check.Fault);
    }

    private static bool Holds(byte[] cms)
    {
        try
        {
            var parsed = SignedData.Parse(cms);
            return parsed.IsDer && parsed.Length == cms.Length && SignerCheck.Check(parsed, hash => HashAlgorithms.Digest(hash, Content), [], requireSigningCertificate: true).Holds;
        }
        catch (CmsFormatException)
        {
            return false;
        }
    }

    private static async Task<byte[]> Sign(ISealKey key)
    {
        var hash = key.Algorithm.Hash();
        var attributes = SignedAttributes.Encode(ObjectIdentifiers.Data, HashAlgorithms.Digest(hash, Content), key.Certificate);
        var signature = await key.SignAsync(HashAlgorithms.Digest(hash, attributes), default);
        return SignedDataWriter.Write(ObjectIdentifiers.Data, null, key.Algorithm, key.Certificate, key.Chain, true, attributes, signature.Value, default);
    }
}
