using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

internal enum PublicKeyVerdict
{
    Verified,
    Wrong,
    Unsupported,
}

/// <summary>Holds a signature against a digest or a message with a certificate's public key, by the algorithm identifiers of the structure.</summary>
internal static class PublicKeyCheck
{
    /// <summary>For CMS: the digest algorithm stands beside the signature algorithm, and they must agree.</summary>
    public static PublicKeyVerdict OfDigest(X509Certificate2 certificate, AlgorithmIdentifier algorithm, HashAlgorithmName digestHash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        var (hash, padding) = Resolve(algorithm, digestHash);
        if (hash is null || hash != digestHash)
            return PublicKeyVerdict.Unsupported;
        return Verify(certificate, padding, digestHash, digest, signature);
    }

    /// <summary>For certificates, CRLs and OCSP responses: the signature algorithm names the hash.</summary>
    public static PublicKeyVerdict OfMessage(X509Certificate2 certificate, AlgorithmIdentifier algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var (hash, padding) = Resolve(algorithm, null);
        if (hash is not { } known)
            return PublicKeyVerdict.Unsupported;
        return Verify(certificate, padding, known, HashAlgorithms.Digest(known, message), signature);
    }

    private static (HashAlgorithmName? Hash, RSASignaturePadding? Padding) Resolve(AlgorithmIdentifier algorithm, HashAlgorithmName? beside) => algorithm.Oid switch
    {
        ObjectIdentifiers.EcdsaWithSha1 => (HashAlgorithmName.SHA1, null),
        ObjectIdentifiers.EcdsaWithSha256 => (HashAlgorithmName.SHA256, null),
        ObjectIdentifiers.EcdsaWithSha384 => (HashAlgorithmName.SHA384, null),
        ObjectIdentifiers.EcdsaWithSha512 => (HashAlgorithmName.SHA512, null),
        ObjectIdentifiers.EcPublicKey => (beside, null),
        ObjectIdentifiers.RsaEncryption => (beside, RSASignaturePadding.Pkcs1), // RFC 5652 signers name the key kind only
        ObjectIdentifiers.Sha1WithRsa => (HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        ObjectIdentifiers.Sha256WithRsa => (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ObjectIdentifiers.Sha384WithRsa => (HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        ObjectIdentifiers.Sha512WithRsa => (HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ObjectIdentifiers.RsaPss => ResolvePss(algorithm),
        _ => (null, null),
    };

    // RFC 4055, 3.1; only salts as long as the hash and MGF1 with the same hash, which is what the platform verifies
    private static (HashAlgorithmName?, RSASignaturePadding?) ResolvePss(AlgorithmIdentifier algorithm)
    {
        if (algorithm.HasNoParameters)
            return (null, null);
        var parameters = new DerCursor(algorithm.Parameters, AsnEncodingRules.BER).ReadSequence();
        if (!parameters.NextIs(DerCursor.Context(0)))
            return (null, null); // the default is SHA-1 with salt 20: nobody seals with that on purpose
        var hashField = parameters.Enter(DerCursor.Context(0));
        var hash = HashAlgorithms.Named(AlgorithmIdentifier.Read(ref hashField).Oid);
        if (hash is null || !parameters.NextIs(DerCursor.Context(1)))
            return (null, null);
        var maskField = parameters.Enter(DerCursor.Context(1));
        var mask = AlgorithmIdentifier.Read(ref maskField);
        var maskHash = new DerCursor(mask.Parameters, AsnEncodingRules.BER);
        if (mask.Oid != ObjectIdentifiers.Mgf1 || HashAlgorithms.Named(AlgorithmIdentifier.Read(ref maskHash).Oid) != hash)
            return (null, null);
        if (!parameters.NextIs(DerCursor.Context(2)) || parameters.Enter(DerCursor.Context(2)).ReadSmallInteger() != HashAlgorithms.Size(hash.Value))
            return (null, null);
        return (hash, RSASignaturePadding.Pss);
    }

    private static PublicKeyVerdict Verify(X509Certificate2 certificate, RSASignaturePadding? padding, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            if (padding is null)
            {
                using var ec = certificate.GetECDsaPublicKey();
                if (ec is null)
                    return PublicKeyVerdict.Wrong;
                return IsDerPair(signature) && ec.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence) ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
            }
            using var rsa = certificate.GetRSAPublicKey();
            if (rsa is null)
                return PublicKeyVerdict.Wrong;
            return rsa.VerifyHash(digest, signature, hash, padding) ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
        }
        catch (CryptographicException)
        {
            return PublicKeyVerdict.Unsupported; // a key the platform cannot use, e.g. an unknown curve
        }
    }

    // RFC 3279, 2.2.3: exactly SEQUENCE { r, s } with positive integers and nothing behind
    private static bool IsDerPair(ReadOnlySpan<byte> signature)
    {
        if (!AsnDecoder.TryReadEncodedValue(signature, AsnEncodingRules.DER, out var tag, out var offset, out var length, out var consumed)
            || tag != Asn1Tag.Sequence || consumed != signature.Length)
            return false;
        var members = signature.Slice(offset, length);
        for (var i = 0; i < 2; i++)
        {
            if (!AsnDecoder.TryReadEncodedValue(members, AsnEncodingRules.DER, out tag, out offset, out length, out consumed)
                || tag != Asn1Tag.Integer || length == 0 || new BigInteger(members.Slice(offset, length), isBigEndian: true).Sign <= 0)
                return false;
            members = members[consumed..];
        }
        return members.IsEmpty;
    }
}
