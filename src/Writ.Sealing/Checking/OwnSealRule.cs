using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <summary>
/// Strict with our own: of a seal this house made, also the parts that no signature covers are known. Its structure is what our writer
/// writes, byte for byte; its certificates are those its signer named; its timestamp holds. So that no byte of it can be changed unnoticed.
/// </summary>
internal static class OwnSealRule
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Check(ReadOnlyMemory<byte> encoded, SignedData data, X509Certificate2 signer, TrustAnchors trust)
    {
        var stamp = data.Signer.UnsignedAttributes.FirstOrDefault(a => a.Oid == ObjectIdentifiers.SignatureTimestamp);
        if (stamp is { Values.Count: not 1 })
            return "its timestamp attribute is not single";
        if (!IsAsWritten(encoded.Span, data, signer, stamp is null ? default : stamp.Values[0].Span))
            return "its structure is not what this house writes";
        var named = NamedCertificates.Read(data.Signer);
        var certificates = CertificateBytes.LoadAll(data.Certificates);
        if (certificates.Count != data.Certificates.Count || certificates.Count != named.Count || !certificates.All(named.Contain))
            return "a certificate in it was altered or added";
        return stamp is null ? null : Stamp(stamp.Values[0], data, trust);
    }

    private static bool IsAsWritten(ReadOnlySpan<byte> encoded, SignedData data, X509Certificate2 signer, ReadOnlySpan<byte> timestamp)
    {
        var attributes = data.Signer.AttributesToVerify();
        var others = CertificateBytes.LoadAll(data.Certificates).Where(c => !c.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)).ToList();
        foreach (var algorithm in Enum.GetValues<SealAlgorithm>())
            if (algorithm.Fits(signer) && HashAlgorithms.Oid(algorithm.Hash()) == data.Signer.DigestAlgorithm.Oid
                && encoded.SequenceEqual(SignedDataWriter.Write(ObjectIdentifiers.Data, null, algorithm, signer, others, includeSigner: true, attributes, data.Signer.Signature.Span, timestamp)))
                return true;
        return false;
    }

    private static string? Stamp(ReadOnlyMemory<byte> encoded, SignedData data, TrustAnchors trust)
    {
        try
        {
            var token = TimestampToken.Parse(encoded);
            if (token.ImprintHash is not { } hash || !token.Data.IsDer)
                return "its timestamp is of another form";
            // Its time is judged elsewhere; here only whether it is the token that was given.
            var check = TimestampCheck.Examine(token, HashAlgorithms.Digest(hash, data.Signer.Signature.Span), trust, token.Time, []);
            if (!check.Intact || check.Signer is null)
                return "its timestamp does not hold";
            return CertificateLinks.Hold(check.Signer, token.Data, trust) ? null : "a certificate of its timestamp was altered";
        }
        catch (CmsFormatException)
        {
            return "its timestamp cannot be read";
        }
    }
}
