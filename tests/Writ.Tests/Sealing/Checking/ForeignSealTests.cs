using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing;
using Writ.Sealing.Cms;

namespace Writ.Tests.Sealing.Checking;

/// <summary>What other programs write otherwise, and rightly: none of it breaks a seal.</summary>
public sealed class ForeignSealTests
{
    [Fact]
    public void Digits_of_both_cases_in_the_contents_are_read()
    {
        var document = Honest().ToArray();
        var start = document.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents<".Length;
        for (var i = start; document[i] != '>'; i += 2)
            if (document[i] is >= (byte)'A' and <= (byte)'F')
                document[i] |= 0x20;
        Assert.NotEqual(Honest(), document);
        Holds(document);
    }

    [Fact]
    public void An_issuer_named_with_strings_of_another_kind_is_the_same_issuer()
    {
        var certificate = ForeignSeal.Certificate();
        Holds(Crimes.Recontent(ForeignSeal.Signed(ForeignSeal.Signer(certificate)), cms => Renamed(cms, certificate)));
    }

    // BSI TR-03111, 5.2.1.1
    [Theory]
    [InlineData("0.4.0.127.0.7.1.1.4.1.3", "SHA256")]
    [InlineData("0.4.0.127.0.7.1.1.4.1.4", "SHA384")]
    [InlineData("0.4.0.127.0.7.1.1.4.1.5", "SHA512")]
    public void Plain_signatures_of_curves_are_held_against_the_key(string oid, string hash)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Plain", key, HashAlgorithmName.SHA256).CreateSelfSigned(TestPki.Now, TestPki.Now.AddDays(1));
        var message = "所签内容"u8.ToArray();
        var signature = key.SignData(message, new HashAlgorithmName(hash), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        Assert.Equal(PublicKeyVerdict.Verified, PublicKeyCheck.OfMessage(certificate, new AlgorithmIdentifier(oid, default), message, signature));
        signature[5] ^= 1;
        Assert.Equal(PublicKeyVerdict.Wrong, PublicKeyCheck.OfMessage(certificate, new AlgorithmIdentifier(oid, default), message, signature));
        Assert.Equal(PublicKeyVerdict.Wrong, PublicKeyCheck.OfMessage(certificate, new AlgorithmIdentifier(oid, default), message, key.SignData(message, new HashAlgorithmName(hash), DSASignatureFormat.Rfc3279DerSequence)));
    }

    private static readonly Lazy<byte[]> Once = new(() => ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate())));

    private static byte[] Honest() => Once.Value;

    private static void Holds(byte[] document)
    {
        var report = SealedSamples.Examine(document);
        Assert.Equal(Integrity.IntactAndCovers, report.Integrity);
        Assert.Equal(Indication.TotalPassed, report.Indication);
    }

    // The last mention of the issuer is that of the SignerInfo; its strings become the other of the two kinds that ASCII goes into.
    private static byte[] Renamed(byte[] cms, X509Certificate2 certificate)
    {
        var name = certificate.IssuerName.RawData;
        var at = cms.AsSpan().LastIndexOf(name);
        var changed = cms.ToArray();
        for (var i = at; i + 5 < at + name.Length; i++)
            if (cms.AsSpan(i).StartsWith<byte>([0x06, 0x03, 0x55, 0x04]) && cms[i + 5] is 0x0C or 0x13 && !cms.AsSpan(i + 7, cms[i + 6]).ContainsAnyExceptInRange((byte)' ', (byte)'z'))
                changed[i + 5] = (byte)(cms[i + 5] == 0x0C ? 0x13 : 0x0C);
        Assert.NotEqual(cms, changed);
        return changed;
    }
}
