using System.Formats.Asn1;
using System.Text;
using System.Security.Cryptography.X509Certificates;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Sealing.Cms;

namespace Writ.Tests.Sealing.Checking;

/// <summary>What is done to the signature itself: its range, its wrapping, its padding, and the CMS, which no signature covers.</summary>
public sealed class SignatureCrimesTests
{
    private static readonly Asn1Tag Wrapped = new(TagClass.ContextSpecific, 0);

    private static readonly Dictionary<string, Func<byte[]>> All = new()
    {
        ["range-of-three-numbers"] = () => Range(r => "/ByteRange[0 1 2]".PadRight(r.Length)),
        ["range-empty"] = () => Range(r => "/ByteRange[]".PadRight(r.Length)),
        ["range-null"] = () => Range(r => "/ByteRange null".PadRight(r.Length)),
        ["range-negative"] = () => Range(r => r.Replace("[0 ", "[-1 ", StringComparison.Ordinal)[..^3] + " ]"),
        ["range-beyond-the-file"] = () => Range(r => "/ByteRange[0 9 99 2147483647]".PadRight(r.Length)),
        ["range-of-reals"] = () => Range(r => "/ByteRange[0.0 9 99 9]".PadRight(r.Length)),
        ["range-renamed"] = () => Crimes.Swap(Crimes.Certified, "/ByteRange", "/ByteRangX"),
        ["contents-renamed"] = () => Crimes.Swap(Crimes.Certified, "/Contents<", "/Contentz<"),
        ["contents-of-zeros"] = () => Crimes.Recontent(Crimes.Certified, _ => [0]),
        ["contents-truncated"] = () => Crimes.Recontent(Crimes.Certified, cms => cms[..^40]),
        ["contents-followed-by-noise"] = () => Crimes.Recontent(Crimes.Certified, cms => [.. cms, 1]),
        ["contents-with-second-signature"] = () => Crimes.Recontent(Crimes.Certified, cms => [.. cms, .. cms[..64]]),
        ["contents-of-another-document"] = () => Crimes.Recontent(Crimes.Certified, _ => Contents(Crimes.Approved)),
        ["subfilter-unknown"] = () => Crimes.Swap(Crimes.Certified, "/ETSI.CAdES.detached", "/ETSI.CAdES.detachex"),
        ["subfilter-removed"] = () => Crimes.Swap(Crimes.Certified, "/SubFilter", "/SubFiltex"),
        ["certificate-swapped"] = () => Crimes.Recontent(Crimes.Certified, cms => Rewrite(cms, (data, signer) => (TestPki.Certificates.Key("attestation").Certificate, data.Signer.AttributesToVerify()))),
        ["certificate-missing"] = () => Crimes.Recontent(Crimes.Certified, WithoutSigner),
        ["several-signers"] = () => ForeignSeal.Signed(cms =>
        {
            cms.ComputeSignature(ForeignSeal.Signer(ForeignSeal.Certificate()));
            cms.ComputeSignature(ForeignSeal.Signer(ForeignSeal.Certificate()));
        }),
        ["content-type-of-something-else"] = () => ForeignSeal.Signed(cms => cms.ComputeSignature(ForeignSeal.Signer(ForeignSeal.Certificate())), contentType: "1.2.840.113549.1.9.16.1.4"),
        ["signing-certificate-of-another"] = () => ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate(), instead: TestPki.Bureau.Certificate)),
        ["range-key-twice"] = () => Range(r => "/ByteRange[0 1 2 3]/ByteRange[]".PadRight(r.Length)),
        ["content-smuggled-in"] = () => Crimes.Recontent(Crimes.Certified, cms => Write(cms, Encoding.ASCII.GetBytes("evil"), includeSigner: true)),
        ["content-of-nothing-smuggled-in"] = () => Crimes.Recontent(ForeignSeal.Signed(ForeignSeal.Signer(ForeignSeal.Certificate())), WithEmptyContent),
        ["timestamp-token-in-place-of-signature"] = () => Crimes.Recontent(Crimes.Certified, _ => Contents(Crimes.Archived)),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_crime_against_the_signature_breaks_it(string crime)
    {
        var report = SealedSamples.Examine(All[crime]());
        Assert.True(report.Integrity is Integrity.Broken or Integrity.Unparsable, $"{crime}: {report.Integrity}");
        Assert.NotEqual(Indication.TotalPassed, report.Indication);
        Assert.NotEmpty(report.Seals.SelectMany(s => s.Findings).Concat(report.Findings));
        Wording.IsOfBothLanguages(report);
    }

    [Fact]
    public void A_signature_value_made_of_text_is_not_hexadecimal()
    {
        // The literal string has the same bytes; many readers take it, and the range then leaves out what nobody sees.
        var document = Crimes.Certified.ToArray();
        var start = document.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents".Length;
        var end = start + document.AsSpan(start).IndexOf((byte)'>');
        document[start] = (byte)'(';
        document[end] = (byte)')';
        Assert.Equal(Integrity.Broken, SealedSamples.Examine(document).Integrity);
    }

    private static byte[] Range(Func<string, string> change)
    {
        var text = Encoding.Latin1.GetString(Crimes.Certified);
        var start = text.LastIndexOf("/ByteRange[", StringComparison.Ordinal);
        var old = text[start..(text.IndexOf(']', start) + 1)];
        return Crimes.Swap(Crimes.Certified, old, change(old));
    }

    private static byte[] Contents(byte[] document)
    {
        byte[] found = [];
        Crimes.Recontent(document, cms => found = cms);
        return found;
    }

    /// <summary>The CMS without the certificate of its signer.</summary>
    internal static byte[] WithoutSigner(byte[] cms) => Write(cms, null, includeSigner: false);

    private static byte[] Write(byte[] cms, byte[]? content, bool includeSigner) =>
        Rewrite(cms, (data, signer) => (signer, data.Signer.AttributesToVerify()), content, includeSigner);

    // RFC 5652, 5.2: eContent [0] is there, and empty; digests of foreign seals are made of the file all the same.
    private static byte[] WithEmptyContent(byte[] cms)
    {
        var outer = new AsnReader(cms, AsnEncodingRules.BER).ReadSequence();
        var type = outer.ReadEncodedValue();
        var data = outer.ReadSequence(Wrapped).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(type.Span);
            using (writer.PushSequence(Wrapped))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(data.ReadEncodedValue().Span);
                writer.WriteEncodedValue(data.ReadEncodedValue().Span);
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(data.ReadSequence().ReadEncodedValue().Span);
                    using (writer.PushSequence(Wrapped))
                        writer.WriteOctetString([]);
                }
                while (data.HasData)
                    writer.WriteEncodedValue(data.ReadEncodedValue().Span);
            }
        }
        return writer.Encode();
    }

    private static byte[] Rewrite(byte[] cms, Func<SignedData, X509Certificate2, (X509Certificate2, byte[])> change, byte[]? content = null, bool includeSigner = true)
    {
        var data = SignedData.Parse(cms);
        var (signer, attributes) = change(data, TestPki.Bureau.Certificate);
        return SignedDataWriter.Write(ObjectIdentifiers.Data, content is null ? null : (ReadOnlyMemory<byte>?)content, TestPki.Bureau.Algorithm, signer, TestPki.Bureau.Chain, includeSigner, attributes, data.Signer.Signature.Span, default);
    }
}
