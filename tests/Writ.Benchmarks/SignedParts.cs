using System.Buffers;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;

namespace Writ.Benchmarks;

/// <summary>
/// What the signatures of a document hold, found without the verifier: everything but the gaps of its byte ranges, and in a gap what the
/// signer signed, how he signed it, and his certificate if he names it (RFC 5035, 5.4), else his public key. The rest of a gap is padding, other certificates, revocation lists and unsigned
/// attributes (RFC 5652, 5.1 and 5.3): whoever changes those changes nothing that was signed, and every judge still calls the document intact.
/// </summary>
internal sealed partial class SignedParts
{
    private readonly byte[] original;
    private readonly List<Gap> gaps = [];

    /// <param name="Held">What must be found in it unchanged; null when that is not known.</param>
    private sealed record Gap(int Start, int End, Parts? Held);

    /// <param name="Signer">His certificate or key; empty when the gap never had it.</param>
    private sealed record Parts(IReadOnlyList<byte[]> Signed, byte[] Signer);

    public SignedParts(byte[] original)
    {
        this.original = original;
        foreach (Match range in Ranges().Matches(Encoding.Latin1.GetString(original)))
            if (int.TryParse(range.Groups[1].Value, CultureInfo.InvariantCulture, out int start) && int.TryParse(range.Groups[2].Value, CultureInfo.InvariantCulture, out int end) && start < end && end <= original.Length)
                gaps.Add(new Gap(start, end, Held(Octets(original, start, end))));
    }

    /// <summary>True when nothing signed differs in the first <paramref name="length"/> bytes.</summary>
    /// <param name="certificates">Those with which the signatures were verified: a certificate that was spoilt in a gap may also lie in the security store.</param>
    public bool AreIn(ReadOnlySpan<byte> document, int length, IReadOnlyList<byte[]> certificates)
    {
        if (length > document.Length || length > original.Length)
            return false;
        int at = 0;
        foreach (Gap gap in gaps.Where(g => g.End <= length).OrderBy(g => g.Start))
        {
            if (gap.Start < at)
                continue;
            if (!Same(document, at, gap.Start) || !(Same(document, gap.Start, gap.End) || Holds(gap, document, certificates)))
                return false;
            at = gap.End;
        }
        return Same(document, at, length);
    }

    private bool Same(ReadOnlySpan<byte> document, int start, int end) => document[start..end].SequenceEqual(original.AsSpan(start..end));

    private static bool Holds(Gap gap, ReadOnlySpan<byte> document, IReadOnlyList<byte[]> certificates) =>
        gap.Held is { } held && Octets(document, gap.Start, gap.End) is { } octets && held.Signed.All(part => octets.AsSpan().IndexOf(part) >= 0)
        && certificates.Append(octets).Any(place => place.AsSpan().IndexOf(held.Signer) >= 0);

    private static byte[]? Octets(ReadOnlySpan<byte> document, int start, int end)
    {
        if (end - start < 2 || (end - start) % 2 != 0 || document[start] != (byte)'<' || document[end - 1] != (byte)'>')
            return null;
        byte[] octets = new byte[(end - start - 2) / 2];
        return Convert.FromHexString(Encoding.Latin1.GetString(document[(start + 1)..(end - 1)]), octets, out _, out _) == OperationStatus.Done ? octets : null;
    }

    private static Parts? Held(byte[]? octets)
    {
        if (octets is null || !AsnDecoder.TryReadEncodedValue(octets, AsnEncodingRules.BER, out _, out _, out _, out int length))
            return null;
        SignedCms cms = new();
        try
        {
            cms.Decode(octets.AsSpan(0, length));
            SignerInfo signer = cms.SignerInfos[0];
            List<byte[]> held = [cms.ContentInfo.Content, signer.GetSignature()];
            held.AddRange(signer.SignedAttributes.OfType<CryptographicAttributeObject>().SelectMany(a => a.Values.OfType<AsnEncodedData>().Select(v => v.RawData)));
            return new Parts(held, signer.Certificate is not { } certificate ? [] : NamesCertificate(signer) ? certificate.RawData : certificate.PublicKey.EncodedKeyValue.RawData);
        }
        catch (CryptographicException)
        {
            return null; // not known, and so nothing in it may change
        }
    }

    private static bool NamesCertificate(SignerInfo signer) =>
        signer.SignedAttributes.OfType<CryptographicAttributeObject>().Any(a => a.Oid.Value is "1.2.840.113549.1.9.16.2.12" or "1.2.840.113549.1.9.16.2.47");

    [GeneratedRegex(@"/ByteRange\s*\[\s*0+\s+(\d+)\s+(\d+)\s+\d+\s*\]")]
    private static partial Regex Ranges();
}
