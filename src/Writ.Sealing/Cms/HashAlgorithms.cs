using System.Security.Cryptography;

namespace Writ.Sealing.Cms;

/// <summary>Hashes by name and by number; what is not here is not supported and never counts as verified.</summary>
internal static class HashAlgorithms
{
    public static string Oid(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA256 ? ObjectIdentifiers.Sha256
        : hash == HashAlgorithmName.SHA384 ? ObjectIdentifiers.Sha384
        : hash == HashAlgorithmName.SHA512 ? ObjectIdentifiers.Sha512
        : hash == HashAlgorithmName.SHA1 ? ObjectIdentifiers.Sha1
        : hash == HashAlgorithmName.SHA3_256 ? ObjectIdentifiers.Sha3_256
        : hash == HashAlgorithmName.SHA3_384 ? ObjectIdentifiers.Sha3_384
        : hash == HashAlgorithmName.SHA3_512 ? ObjectIdentifiers.Sha3_512
        : throw new ArgumentOutOfRangeException(nameof(hash));

    public static HashAlgorithmName? Named(string oid) => oid switch
    {
        ObjectIdentifiers.Sha1 => HashAlgorithmName.SHA1,
        ObjectIdentifiers.Sha256 => HashAlgorithmName.SHA256,
        ObjectIdentifiers.Sha384 => HashAlgorithmName.SHA384,
        ObjectIdentifiers.Sha512 => HashAlgorithmName.SHA512,
        ObjectIdentifiers.Sha3_256 when SHA3_256.IsSupported => HashAlgorithmName.SHA3_256,
        ObjectIdentifiers.Sha3_384 when SHA3_384.IsSupported => HashAlgorithmName.SHA3_384,
        ObjectIdentifiers.Sha3_512 when SHA3_512.IsSupported => HashAlgorithmName.SHA3_512,
        _ => null,
    };

    public static int Size(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA1 ? 20
        : hash == HashAlgorithmName.SHA256 || hash == HashAlgorithmName.SHA3_256 ? 32
        : hash == HashAlgorithmName.SHA384 || hash == HashAlgorithmName.SHA3_384 ? 48
        : 64;

    public static byte[] Digest(HashAlgorithmName hash, ReadOnlySpan<byte> data) => CryptographicOperations.HashData(hash, data);
}
