using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Seals as other programs make them: a small sealed document of ours, signed anew by the platform's CMS, with any certificate, hash and attributes.</summary>
internal static class ForeignSeal
{
    private static readonly Lazy<byte[]> Frame = new(() =>
    {
        var request = SealedSamples.Issue() with { TimestampRoom = 8 * 1024 };
        var document = SealedSamples.Sealed(SmallDocument.Write(), request, SealLevel.B).GetAwaiter().GetResult();
        // It is not ours any more, and must not be judged as ours.
        return Crimes.Swap(document, "/WRIT_Act", "/ELSE_Act");
    });

    /// <summary>Signed by all the signers in one CMS.</summary>
    /// <param name="subFilter">Of twenty characters, as the one it replaces.</param>
    public static byte[] Signed(Action<SignedCms> sign, string subFilter = "/ETSI.CAdES.detached", string? contentType = null)
    {
        var document = Crimes.Swap(Frame.Value, "/ETSI.CAdES.detached", subFilter);
        return Crimes.Recontent(document, _ =>
        {
            var content = new ContentInfo(contentType is null ? new Oid("1.2.840.113549.1.7.1") : new Oid(contentType), Covered(document, "Issuer"));
            var cms = new SignedCms(content, detached: true);
            sign(cms);
            return cms.Encode();
        });
    }

    public static byte[] Signed(CmsSigner signer, string subFilter = "/ETSI.CAdES.detached") => Signed(cms => cms.ComputeSignature(signer), subFilter);

    /// <summary>One revision more with a sound signature in it, which the caller puts wherever it likes.</summary>
    /// <param name="annotating">It certifies, and allows annotating (P=3).</param>
    public static byte[] Placed(byte[] document, Action<IncrementalUpdate, Revision, PdfReference> place, bool annotating = false)
    {
        var file = PdfFile.Open(document);
        var update = new IncrementalUpdate(file);
        var signature = update.Reserve();
        var certification = PdfArray.Of(PdfDictionary.Of(("Type", new PdfName("SigRef")), ("TransformMethod", new PdfName("DocMDP")), ("TransformParams", PdfDictionary.Of(("Type", new PdfName("TransformParams")), ("P", 3), ("V", new PdfName("1.2"))))));
        update.WriteSignature(signature, PdfDictionary.Of(("Type", new PdfName("Sig")), ("Filter", new PdfName("Adobe.PPKLite")), ("SubFilter", new PdfName("ETSI.CAdES.detached")), ("Reference", annotating ? certification : null)), 4096);
        place(update, file.Latest, signature);
        var bytes = update.Finish();
        var (_, before, after, rest) = update.Signature!.ByteRange;
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.7.1"), [.. bytes.AsSpan(0, before), .. bytes.AsSpan(after, rest)]), detached: true);
        cms.ComputeSignature(Signer(Certificate()));
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms.Encode())).CopyTo(bytes, before + 1);
        return bytes;
    }

    /// <summary>Of a seal whose bytes were changed, the last in the document, a new signature.</summary>
    public static byte[] Again(byte[] document, string field, CmsSigner signer) => Crimes.Recontent(document, _ =>
    {
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.7.1"), Covered(document, field)), detached: true);
        cms.ComputeSignature(signer);
        return cms.Encode();
    });

    /// <summary>A signer with the signing-certificate attribute of CAdES, unless it is left out or names another certificate.</summary>
    public static CmsSigner Signer(X509Certificate2 certificate, string hash = "2.16.840.1.101.3.4.2.1", bool names = true, X509Certificate2? instead = null)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid(hash), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.Certificates.Add(TestPki.Certificates.Public("issuing"));
        if (names)
            signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), Named(instead ?? certificate)));
        return signer;
    }

    /// <summary>A certificate under the development issuer, with its key.</summary>
    /// <param name="forged">It names the issuer, and another key signed it.</param>
    public static X509Certificate2 Certificate(string kind = "P-256", DateTimeOffset? from = null, DateTimeOffset? until = null, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature, HashAlgorithmName? signedWith = null, bool forged = false)
    {
        var issuer = TestPki.Certificates.WithKey("issuing");
        using var issuing = forged ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : issuer.GetECDsaPrivateKey()!;
        var serial = RandomNumberGenerator.GetBytes(12);
        serial[0] = 0x41;
        var (start, end) = (from ?? TestPki.Now.AddHours(-2), until ?? TestPki.Now.AddYears(1));
        var generator = X509SignatureGenerator.CreateForECDsa(issuing);
        var hash = signedWith ?? HashAlgorithmName.SHA256;
        if (kind.StartsWith("RSA-", StringComparison.Ordinal))
        {
            using var rsa = RSA.Create(int.Parse(kind[4..], System.Globalization.CultureInfo.InvariantCulture));
            var request = new CertificateRequest($"CN=Foreign {kind}", rsa, hash, RSASignaturePadding.Pkcs1);
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
            return request.Create(issuer.SubjectName, generator, start, end, serial).CopyWithPrivateKey(rsa);
        }
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest($"CN=Foreign {kind}", curve, hash);
        asked.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        return asked.Create(issuer.SubjectName, generator, start, end, serial).CopyWithPrivateKey(curve);
    }

    private static byte[] Covered(byte[] document, string name)
    {
        var (_, field) = SealedSamples.Field(PdfFile.Open(document), name);
        var view = PdfFile.Open(document).Latest;
        var range = (PdfArray)((PdfDictionary)view.Resolve(field["V"]))["ByteRange"]!;
        var numbers = range.Select(n => (int)((PdfInteger)n).Value).ToArray();
        return [.. document.AsSpan(numbers[0], numbers[1]), .. document.AsSpan(numbers[2], numbers[3])];
    }

    // RFC 5035, 3: SigningCertificateV2 { { { SHA-256 of the certificate } } }
    private static byte[] Named(X509Certificate2 certificate)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        writer.PushSequence();
        writer.PushSequence();
        writer.PushSequence();
        writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        writer.PopSequence();
        writer.PopSequence();
        writer.PopSequence();
        return writer.Encode();
    }
}
