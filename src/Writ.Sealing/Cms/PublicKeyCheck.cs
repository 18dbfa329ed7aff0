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
    /// <summary>For a digest made elsewhere: the digest algorithm stands beside the signature algorithm, and they must agree.</summary>
    public static PublicKeyVerdict OfDigest(X509Certificate2 certificate, AlgorithmIdentifier algorithm, HashAlgorithmName digestHash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        var (hash, scheme) = Resolve(algorithm, digestHash);
        if (hash is null || hash != digestHash)
            return PublicKeyVerdict.Unsupported;
        return Verify(certificate, scheme, digestHash, digest, signature);
    }

    /// <summary>
    /// For the signed attributes of CMS: signed with the hash the signature algorithm names, which some signers choose other than that of
    /// the content (RFC 5652, 5.4); <paramref name="contentHash"/> where it names none.
    /// </summary>
    public static PublicKeyVerdict OfAttributes(X509Certificate2 certificate, AlgorithmIdentifier algorithm, HashAlgorithmName contentHash, ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> signature)
    {
        if (algorithm.Oid is ObjectIdentifiers.Ed25519 or ObjectIdentifiers.Ed448)
        {
            // RFC 8419, 3: SHA-512 goes with Ed25519, SHAKE256 with Ed448, and nothing else with either.
            var paired = algorithm.Oid == ObjectIdentifiers.Ed25519 ? contentHash == HashAlgorithmName.SHA512 : contentHash == HashAlgorithms.Shake256;
            return paired ? OfMessage(certificate, algorithm, attributes, signature) : PublicKeyVerdict.Wrong;
        }
        var (hash, scheme) = Resolve(algorithm, contentHash);
        return hash is { } known ? Verify(certificate, scheme, known, HashAlgorithms.Digest(known, attributes), signature) : PublicKeyVerdict.Unsupported;
    }

    /// <summary>For certificates, CRLs and OCSP responses: the signature algorithm names the hash.</summary>
    public static PublicKeyVerdict OfMessage(X509Certificate2 certificate, AlgorithmIdentifier algorithm, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (algorithm.Oid is ObjectIdentifiers.Ed25519 or ObjectIdentifiers.Ed448)
            return certificate.PublicKey.Oid.Value == algorithm.Oid
                ? EdwardsCurve.Verify(algorithm.Oid, certificate.PublicKey.EncodedKeyValue.RawData, message, signature)
                : PublicKeyVerdict.Wrong;
        var (hash, scheme) = Resolve(algorithm, null);
        if (hash is not { } known)
            return PublicKeyVerdict.Unsupported;
        return Verify(certificate, scheme, known, HashAlgorithms.Digest(known, message), signature);
    }

    private enum KeyKind
    {
        Ecdsa,
        PlainEcdsa,
        Rsa,
        Dsa,
    }

    /// <param name="MaskHash">Of PSS; null for other paddings.</param>
    private readonly record struct Scheme(KeyKind Kind, HashAlgorithmName? MaskHash = null, int Salt = 0);

    private static readonly Scheme Ecdsa = new(KeyKind.Ecdsa);
    private static readonly Scheme PlainEcdsa = new(KeyKind.PlainEcdsa);
    private static readonly Scheme Dsa = new(KeyKind.Dsa);
    private static readonly Scheme Rsa = new(KeyKind.Rsa);

    // RFC 5754, 3: parameters are NULL or absent; only PSS has some, and sloppy signers repeat the curve beside id-ecPublicKey.
    private static (HashAlgorithmName? Hash, Scheme Scheme) Resolve(AlgorithmIdentifier algorithm, HashAlgorithmName? beside) => algorithm.Oid switch
    {
        not (ObjectIdentifiers.RsaPss or ObjectIdentifiers.EcPublicKey) when !algorithm.HasNoParameters => (null, default),
        ObjectIdentifiers.EcdsaWithSha1 => (HashAlgorithmName.SHA1, Ecdsa),
        ObjectIdentifiers.EcdsaWithSha256 => (HashAlgorithmName.SHA256, Ecdsa),
        ObjectIdentifiers.EcdsaWithSha384 => (HashAlgorithmName.SHA384, Ecdsa),
        ObjectIdentifiers.EcdsaWithSha512 => (HashAlgorithmName.SHA512, Ecdsa),
        ObjectIdentifiers.EcdsaWithSha3_256 => (Known(ObjectIdentifiers.Sha3_256), Ecdsa),
        ObjectIdentifiers.EcdsaWithSha3_384 => (Known(ObjectIdentifiers.Sha3_384), Ecdsa),
        ObjectIdentifiers.EcdsaWithSha3_512 => (Known(ObjectIdentifiers.Sha3_512), Ecdsa),
        ObjectIdentifiers.PlainEcdsaWithSha1 => (HashAlgorithmName.SHA1, PlainEcdsa),
        ObjectIdentifiers.PlainEcdsaWithSha256 => (HashAlgorithmName.SHA256, PlainEcdsa),
        ObjectIdentifiers.PlainEcdsaWithSha384 => (HashAlgorithmName.SHA384, PlainEcdsa),
        ObjectIdentifiers.PlainEcdsaWithSha512 => (HashAlgorithmName.SHA512, PlainEcdsa),
        ObjectIdentifiers.EcPublicKey or ObjectIdentifiers.EcdsaSignature or ObjectIdentifiers.EcdsaWithSpecified => (beside, Ecdsa),
        ObjectIdentifiers.Dsa => (beside, Dsa),
        ObjectIdentifiers.DsaWithSha1 => (HashAlgorithmName.SHA1, Dsa),
        ObjectIdentifiers.DsaWithSha256 => (HashAlgorithmName.SHA256, Dsa),
        ObjectIdentifiers.DsaWithSha384 => (HashAlgorithmName.SHA384, Dsa),
        ObjectIdentifiers.DsaWithSha512 => (HashAlgorithmName.SHA512, Dsa),
        ObjectIdentifiers.RsaEncryption => (beside, Rsa), // RFC 5652 signers name the key kind only
        ObjectIdentifiers.Md5WithRsa => (HashAlgorithmName.MD5, Rsa),
        ObjectIdentifiers.Sha1WithRsa => (HashAlgorithmName.SHA1, Rsa),
        ObjectIdentifiers.Sha256WithRsa => (HashAlgorithmName.SHA256, Rsa),
        ObjectIdentifiers.Sha384WithRsa => (HashAlgorithmName.SHA384, Rsa),
        ObjectIdentifiers.Sha512WithRsa => (HashAlgorithmName.SHA512, Rsa),
        ObjectIdentifiers.Sha3_256WithRsa => (Known(ObjectIdentifiers.Sha3_256), Rsa),
        ObjectIdentifiers.Sha3_384WithRsa => (Known(ObjectIdentifiers.Sha3_384), Rsa),
        ObjectIdentifiers.Sha3_512WithRsa => (Known(ObjectIdentifiers.Sha3_512), Rsa),
        ObjectIdentifiers.RsaPss => ResolvePss(algorithm),
        _ => (null, default),
    };

    private static HashAlgorithmName? Known(string oid) => HashAlgorithms.Named(oid);

    // RFC 4055, 3.1: what is left out is SHA-1 with a salt of 20
    private static (HashAlgorithmName?, Scheme) ResolvePss(AlgorithmIdentifier algorithm)
    {
        if (algorithm.HasNoParameters)
            return (null, default);
        HashAlgorithmName? hash = HashAlgorithmName.SHA1, maskHash = HashAlgorithmName.SHA1;
        var salt = 20;
        var parameters = new DerCursor(algorithm.Parameters, AsnEncodingRules.BER).ReadSequence();
        if (parameters.NextIs(DerCursor.Context(0)))
        {
            var field = parameters.Enter(DerCursor.Context(0));
            hash = HashAlgorithms.Named(AlgorithmIdentifier.Read(ref field).Oid);
        }
        if (parameters.NextIs(DerCursor.Context(1)))
        {
            var field = parameters.Enter(DerCursor.Context(1));
            var mask = AlgorithmIdentifier.Read(ref field);
            var inner = new DerCursor(mask.Parameters, AsnEncodingRules.BER);
            maskHash = mask.Oid == ObjectIdentifiers.Mgf1 ? HashAlgorithms.Named(AlgorithmIdentifier.Read(ref inner).Oid) : null;
        }
        if (parameters.NextIs(DerCursor.Context(2)))
            salt = parameters.Enter(DerCursor.Context(2)).ReadSmallInteger();
        return hash is null || maskHash is null || salt is < 0 or > 1024 ? (null, default) : (hash, new Scheme(KeyKind.Rsa, maskHash, salt));
    }

    private static PublicKeyVerdict Verify(X509Certificate2 certificate, Scheme scheme, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            return scheme.Kind switch
            {
                KeyKind.Rsa => VerifyRsa(certificate, scheme, hash, digest, signature),
                KeyKind.Dsa => VerifyDsa(certificate, digest, signature),
                KeyKind.PlainEcdsa => VerifyPlainEcdsa(certificate, digest, signature),
                _ => VerifyEcdsa(certificate, digest, signature),
            };
        }
        catch (CryptographicException)
        {
            return PublicKeyVerdict.Unsupported; // a key the platform cannot use, e.g. an unknown curve
        }
    }

    private static PublicKeyVerdict VerifyRsa(X509Certificate2 certificate, Scheme scheme, HashAlgorithmName hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        // The platform's padding means a salt as long as the hash and the same hash in the mask.
        if (scheme.MaskHash is { } mask && (mask != hash || scheme.Salt != HashAlgorithms.Size(hash) || certificate.PublicKey.Oid.Value == ObjectIdentifiers.RsaPss))
            return PssSignature.Verify(certificate, hash, mask, scheme.Salt, digest, signature);
        using var rsa = certificate.GetRSAPublicKey();
        return rsa is not null && rsa.VerifyHash(digest, signature, hash, scheme.MaskHash is null ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss) ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
    }

    private static PublicKeyVerdict VerifyEcdsa(X509Certificate2 certificate, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        using var ec = certificate.GetECDsaPublicKey();
        return ec is not null && IsDerPair(signature) && ec.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence) ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
    }

    private static PublicKeyVerdict VerifyPlainEcdsa(X509Certificate2 certificate, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        using var ec = certificate.GetECDsaPublicKey();
        return ec is not null && ec.VerifyHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
    }

    private static PublicKeyVerdict VerifyDsa(X509Certificate2 certificate, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        using var dsa = certificate.GetDSAPublicKey();
        return dsa is not null && IsDerPair(signature) && dsa.VerifySignature(digest, signature, DSASignatureFormat.Rfc3279DerSequence) ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
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
