using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;

namespace Writ.Conformance;

/// <summary>The seal and its timestamp, in the eyes of others.</summary>
public sealed partial class SealTests
{
    private const string TimestampTokenAttribute = "1.2.840.113549.1.9.16.2.14"; // RFC 3161, appendix A

    [JudgedTheory("pdfsig"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Pdfsig_says_valid_and_covering_the_whole_document(string name)
    {
        Ruling ruling = Judge.PdfSig.Ask("-nocert", Examples.Of(name).File);
        Assert.True(ruling.Output.Contains("Signature Validation: Signature is Valid.", StringComparison.Ordinal) && ruling.Output.Contains("Total document signed", StringComparison.Ordinal), ruling.ToString());
    }

    [JudgedTheory("openssl"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Openssl_accepts_the_timestamp_over_the_signature(string name)
    {
        SealedExample example = Examples.Of(name);
        SignedCms cms = new();
        cms.Decode(Contents(example.Bytes));
        SignerInfo signer = cms.SignerInfos[0];
        byte[] token = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().Single(attribute => attribute.Oid.Value == TimestampTokenAttribute).Values[0].RawData;
        string tokenFile = example.File + ".tst", signatureFile = example.File + ".sig", chainFile = example.File + ".chain.pem";
        File.WriteAllBytes(tokenFile, token);
        File.WriteAllBytes(signatureFile, signer.GetSignature());
        SignedCms stamp = new();
        stamp.Decode(token);
        File.WriteAllText(chainFile, string.Join('\n', stamp.Certificates.Select(certificate => certificate.ExportCertificatePem())));
        Ruling ruling = Judge.OpenSsl.Ask("ts", "-verify", "-token_in", "-in", tokenFile, "-data", signatureFile, "-CAfile", Examples.Trust, "-untrusted", chainFile);
        Assert.True(ruling.ExitCode == 0 && ruling.Output.Contains("Verification: OK", StringComparison.Ordinal), ruling.ToString());
    }

    [JudgedTheory("openssl"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void Openssl_accepts_the_signature_over_the_bytes_of_the_range(string name)
    {
        SealedExample example = Examples.Of(name);
        Match range = ByteRange().Match(Encoding.Latin1.GetString(example.Bytes));
        int[] numbers = [.. range.Groups.Cast<Group>().Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
        string contentFile = example.File + ".content", cmsFile = example.File + ".p7s";
        File.WriteAllBytes(contentFile, [.. example.Bytes[numbers[0]..(numbers[0] + numbers[1])], .. example.Bytes[numbers[2]..(numbers[2] + numbers[3])]]);
        File.WriteAllBytes(cmsFile, Contents(example.Bytes));
        Ruling ruling = Judge.OpenSsl.Ask("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cmsFile, "-content", contentFile, "-CAfile", Examples.Trust, "-purpose", "any", "-out", "/dev/null");
        Assert.True(ruling.ExitCode == 0, ruling.ToString());
    }

    [JudgedTheory("pyhanko"), MemberData(nameof(Examples.Names), MemberType = typeof(Examples))]
    public void PyHanko_finds_the_seal_valid(string name)
    {
        Ruling ruling = Judge.PyHanko.Ask("sign", "validate", "--trust", Examples.Trust, "--trust-replace", "--no-revocation-check", "--pretty-print", Examples.Of(name).File);
        Assert.True(ruling.ExitCode == 0 && ruling.Output.Contains("judged VALID", StringComparison.Ordinal), ruling.ToString());
    }

    // The last /ByteRange of the file: the gap between its two ranges is /Contents.
    private static byte[] Contents(byte[] document)
    {
        Match range = ByteRange().Match(Encoding.Latin1.GetString(document));
        int start = int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture), end = int.Parse(range.Groups[3].Value, CultureInfo.InvariantCulture);
        byte[] padded = Convert.FromHexString(Encoding.ASCII.GetString(document.AsSpan(start + 1, end - start - 2)));
        System.Formats.Asn1.AsnDecoder.ReadEncodedValue(padded, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out int length);
        return padded[..length];
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", RegexOptions.RightToLeft)]
    private static partial Regex ByteRange();
}
