using System.Security.Cryptography;

namespace Writ.Sealing.Cms;

/// <summary>Hashes by name and by number; what is not here is not supported and never counts as verified.</summary>
internal static class HashAlgorithms
{
    /// <summary>SHAKE256 with 64 bytes of output (RFC 8419), which the platform does not know as a hash by name.</summary>
    public static readonly HashAlgorithmName Shake256 = new("SHAKE256");

    public static string Oid(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.SHA256 ? ObjectIdentifiers.Sha256
        : hash == HashAlgorithmName.SHA384 ? ObjectIdentifiers.Sha384
        : hash == HashAlgorithmName.SHA512 ? ObjectIdentifiers.Sha512
        : hash == HashAlgorithmName.SHA1 ? ObjectIdentifiers.Sha1
        : hash == HashAlgorithmName.SHA3_256 ? ObjectIdentifiers.Sha3_256
        : hash == HashAlgorithmName.SHA3_384 ? ObjectIdentifiers.Sha3_384
        : hash == HashAlgorithmName.SHA3_512 ? ObjectIdentifiers.Sha3_512
        : hash == HashAlgorithmName.MD5 ? ObjectIdentifiers.Md5
        : hash == Shake256 ? ObjectIdentifiers.Shake256
        : throw new ArgumentOutOfRangeException(nameof(hash));

    /// <summary>A hash for which collisions can be made: what it protects holds only by other proof.</summary>
    public static bool IsWeak(HashAlgorithmName hash) => hash == HashAlgorithmName.MD5 || hash == HashAlgorithmName.SHA1;

    public static HashAlgorithmName? Named(string oid) => oid switch
    {
        ObjectIdentifiers.Sha1 => HashAlgorithmName.SHA1,
        ObjectIdentifiers.Sha256 => HashAlgorithmName.SHA256,
        ObjectIdentifiers.Sha384 => HashAlgorithmName.SHA384,
        ObjectIdentifiers.Sha512 => HashAlgorithmName.SHA512,
        ObjectIdentifiers.Sha3_256 when SHA3_256.IsSupported => HashAlgorithmName.SHA3_256,
        ObjectIdentifiers.Sha3_384 when SHA3_384.IsSupported => HashAlgorithmName.SHA3_384,
        ObjectIdentifiers.Sha3_512 when SHA3_512.IsSupported => HashAlgorithmName.SHA3_512,
        ObjectIdentifiers.Md5 => HashAlgorithmName.MD5,
        ObjectIdentifiers.Shake256 or ObjectIdentifiers.Shake256WithLength when System.Security.Cryptography.Shake256.IsSupported => Shake256,
        _ => null,
    };

    public static int Size(HashAlgorithmName hash) =>
        hash == HashAlgorithmName.MD5 ? 16
        : hash == HashAlgorithmName.SHA1 ? 20
        : hash == HashAlgorithmName.SHA256 || hash == HashAlgorithmName.SHA3_256 ? 32
        : hash == HashAlgorithmName.SHA384 || hash == HashAlgorithmName.SHA3_384 ? 48
        : 64;

    public static byte[] Digest(HashAlgorithmName hash, ReadOnlySpan<byte> data) =>
        hash == Shake256 ? System.Security.Cryptography.Shake256.HashData(data, Size(hash)) : CryptographicOperations.HashData(hash, data);

    /// <summary>Digest of two runs of bytes, as if they were one.</summary>
    public static byte[] Digest(HashAlgorithmName hash, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (hash == Shake256)
        {
            using var shake = new System.Security.Cryptography.Shake256();
            shake.AppendData(first);
            shake.AppendData(second);
            return shake.GetHashAndReset(Size(hash));
        }
        using var running = IncrementalHash.CreateHash(hash);
        running.AppendData(first);
        running.AppendData(second);
        return running.GetHashAndReset();
    }
}
