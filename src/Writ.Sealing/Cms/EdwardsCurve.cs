using System.Runtime.InteropServices;

namespace Writ.Sealing.Cms;

/// <summary>
/// EdDSA (RFC 8032), which the platform's own classes do not offer: verified by OpenSSL's documented EVP functions, the library the
/// platform itself stands on. Where it is not there, the signature is present, not verifiable.
/// </summary>
internal static partial class EdwardsCurve
{
    private const string Library = "libcrypto.so.3";

    // OpenSSL, obj_mac.h: NID_ED25519, NID_ED448.
    private const int Ed25519 = 1087, Ed448 = 1088;

    /// <param name="key">The raw public key: 32 or 57 bytes.</param>
    public static PublicKeyVerdict Verify(string oid, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var (kind, keyLength, signatureLength) = oid == ObjectIdentifiers.Ed25519 ? (Ed25519, 32, 64) : (Ed448, 57, 114);
        if (key.Length != keyLength || signature.Length != signatureLength)
            return PublicKeyVerdict.Wrong;
        return Present.Value ? Ask(kind, key, message, signature) : PublicKeyVerdict.Unsupported;
    }

    private static readonly Lazy<bool> Present = new(() => NativeLibrary.TryLoad(Library, typeof(EdwardsCurve).Assembly, null, out _));

    private static unsafe PublicKeyVerdict Ask(int kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        fixed (byte* keyBytes = key, messageBytes = message, signatureBytes = signature)
        {
            var publicKey = NewRawPublicKey(kind, 0, keyBytes, (nuint)key.Length);
            if (publicKey == 0)
                return PublicKeyVerdict.Wrong;
            var context = NewContext();
            try
            {
                if (context == 0 || DigestVerifyInit(context, 0, 0, 0, publicKey) != 1)
                    return PublicKeyVerdict.Unsupported;
                return DigestVerify(context, signatureBytes, (nuint)signature.Length, messageBytes, (nuint)message.Length) == 1 ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
            }
            finally
            {
                FreeContext(context);
                FreeKey(publicKey);
            }
        }
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    private static unsafe partial nint NewRawPublicKey(int type, nint engine, byte* key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    private static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    private static partial int DigestVerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    private static unsafe partial int DigestVerify(nint context, byte* signature, nuint signatureLength, byte* message, nuint messageLength);
}
