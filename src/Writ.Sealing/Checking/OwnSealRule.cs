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
    public static Reason? Check(ReadOnlyMemory<byte> encoded, SignedData data, X509Certificate2 signer, TrustAnchors trust)
    {
        var stamp = data.Signer.UnsignedAttributes.FirstOrDefault(a => a.Oid == ObjectIdentifiers.SignatureTimestamp);
        if (stamp is { Values.Count: not 1 })
            return new("时间戳属性不是单一的值", "its timestamp attribute is not single");
        if (!IsAsWritten(encoded.Span, data, signer, stamp is null ? default : stamp.Values[0].Span))
            return new("签名的结构不是本系统所写的样子", "its structure is not what this house writes");
        var named = NamedCertificates.Read(data.Signer);
        var certificates = CertificateBytes.LoadAll(data.Certificates);
        if (certificates.Count != data.Certificates.Count || certificates.Count != named.Count || !certificates.All(named.Contain))
            return new("签名中的证书被改动或者增加", "a certificate in it was altered or added");
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

    private static Reason? Stamp(ReadOnlyMemory<byte> encoded, SignedData data, TrustAnchors trust)
    {
        try
        {
            var token = TimestampToken.Parse(encoded);
            if (token.ImprintHash is not { } hash || !token.Data.IsDer)
                return new("时间戳的形式不同", "its timestamp is of another form");
            // Its time is judged elsewhere; here only whether it is the token that was given.
            var check = TimestampCheck.Examine(token, HashAlgorithms.Digest(hash, data.Signer.Signature.Span), trust, token.Time, []);
            if (!check.Intact || check.Signer is null)
                return new("时间戳不成立", "its timestamp does not hold");
            return CertificateLinks.Hold(check.Signer, token.Data, trust) ? null : new("时间戳的证书被改动", "a certificate of its timestamp was altered");
        }
        catch (CmsFormatException)
        {
            return new("时间戳无法读取", "its timestamp cannot be read");
        }
    }
}
