using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>What a <see cref="SealAlgorithm"/> is in bytes: hash, identifiers, padding, and whether a certificate's key fits.</summary>
internal static class SignatureScheme
{
    public static HashAlgorithmName Hash(this SealAlgorithm algorithm) => algorithm switch
    {
        SealAlgorithm.EcdsaP256Sha256 or SealAlgorithm.RsaPkcs1Sha256 or SealAlgorithm.RsaPssSha256 => HashAlgorithmName.SHA256,
        SealAlgorithm.EcdsaP384Sha384 or SealAlgorithm.RsaPkcs1Sha384 or SealAlgorithm.RsaPssSha384 => HashAlgorithmName.SHA384,
        SealAlgorithm.RsaPkcs1Sha512 or SealAlgorithm.RsaPssSha512 => HashAlgorithmName.SHA512,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    public static bool IsEcdsa(this SealAlgorithm algorithm) => algorithm is SealAlgorithm.EcdsaP256Sha256 or SealAlgorithm.EcdsaP384Sha384;

    public static RSASignaturePadding Padding(this SealAlgorithm algorithm) =>
        algorithm is SealAlgorithm.RsaPssSha256 or SealAlgorithm.RsaPssSha384 or SealAlgorithm.RsaPssSha512 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

    /// <summary>The usual algorithm for a certificate's key, or null when this room has none for it.</summary>
    public static SealAlgorithm? For(X509Certificate2 certificate)
    {
        using var ec = certificate.GetECDsaPublicKey();
        if (ec is not null)
            return ec.KeySize switch { 256 => SealAlgorithm.EcdsaP256Sha256, 384 => SealAlgorithm.EcdsaP384Sha384, _ => null };
        using var rsa = certificate.GetRSAPublicKey();
        return rsa is { KeySize: >= 2048 and <= 4096 } ? SealAlgorithm.RsaPkcs1Sha256 : null;
    }

    public static bool Fits(this SealAlgorithm algorithm, X509Certificate2 certificate) => For(certificate) switch
    {
        null => false,
        SealAlgorithm.RsaPkcs1Sha256 => !algorithm.IsEcdsa(),
        var ecdsa => ecdsa == algorithm,
    };

    public static void WriteIdentifier(this SealAlgorithm algorithm, AsnWriter writer)
    {
        writer.PushSequence();
        switch (algorithm)
        {
            case SealAlgorithm.EcdsaP256Sha256: writer.WriteObjectIdentifier(ObjectIdentifiers.EcdsaWithSha256); break; // RFC 5758, 3.2: parameters absent
            case SealAlgorithm.EcdsaP384Sha384: writer.WriteObjectIdentifier(ObjectIdentifiers.EcdsaWithSha384); break;
            case SealAlgorithm.RsaPkcs1Sha256: WithNull(writer, ObjectIdentifiers.Sha256WithRsa); break; // RFC 5754, 3.2: parameters NULL
            case SealAlgorithm.RsaPkcs1Sha384: WithNull(writer, ObjectIdentifiers.Sha384WithRsa); break;
            case SealAlgorithm.RsaPkcs1Sha512: WithNull(writer, ObjectIdentifiers.Sha512WithRsa); break;
            default: WritePss(algorithm.Hash(), writer); break;
        }
        writer.PopSequence();
    }

    public static void WriteHashIdentifier(HashAlgorithmName hash, AsnWriter writer)
    {
        writer.PushSequence();
        writer.WriteObjectIdentifier(HashAlgorithms.Oid(hash)); // RFC 5754, 2: parameters absent
        writer.PopSequence();
    }

    // RFC 4055, 3.1: RSASSA-PSS-params, every field written so that no reader has to know a default
    private static void WritePss(HashAlgorithmName hash, AsnWriter writer)
    {
        writer.WriteObjectIdentifier(ObjectIdentifiers.RsaPss);
        writer.PushSequence();
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            WriteHashWithNull(hash, writer);
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            writer.PushSequence();
            writer.WriteObjectIdentifier(ObjectIdentifiers.Mgf1);
            WriteHashWithNull(hash, writer);
            writer.PopSequence();
        }
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2)))
            writer.WriteInteger(HashAlgorithms.Size(hash));
        writer.PopSequence();
    }

    private static void WriteHashWithNull(HashAlgorithmName hash, AsnWriter writer)
    {
        writer.PushSequence();
        WithNull(writer, HashAlgorithms.Oid(hash));
        writer.PopSequence();
    }

    private static void WithNull(AsnWriter writer, string oid)
    {
        writer.WriteObjectIdentifier(oid);
        writer.WriteNull();
    }
}
