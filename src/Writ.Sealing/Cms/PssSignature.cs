using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Writ.Sealing.Cms;

/// <summary>
/// RSASSA-PSS with parameters the platform's RSA class does not take (salts of another length than the hash, another hash in the mask):
/// verified by OpenSSL's documented EVP functions.
/// </summary>
internal static unsafe partial class PssSignature
{
    private const string Library = "libcrypto.so.3";

    // OpenSSL, rsa.h.
    private const int PssPadding = 6;

    private static readonly Lazy<bool> Present = new(() => NativeLibrary.TryLoad(Library, typeof(PssSignature).Assembly, null, out _));

    public static PublicKeyVerdict Verify(X509Certificate2 certificate, HashAlgorithmName hash, HashAlgorithmName maskHash, int salt, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (!Present.Value || !certificate.PublicKey.Oid.Value!.StartsWith("1.2.840.113549.1.1.", StringComparison.Ordinal))
            return PublicKeyVerdict.Unsupported;
        var (kind, mask) = (DigestByName(Name(hash)), DigestByName(Name(maskHash)));
        if (kind == 0 || mask == 0)
            return PublicKeyVerdict.Unsupported;
        var publicKey = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        fixed (byte* info = publicKey, tbs = digest, value = signature)
        {
            var start = info;
            var key = ReadPublicKey(0, &start, publicKey.Length);
            if (key == 0)
                return PublicKeyVerdict.Unsupported;
            var context = NewContext(key, 0);
            try
            {
                if (context == 0 || VerifyInit(context) != 1 || SetPadding(context, PssPadding) != 1 || SetDigest(context, kind) != 1
                    || SetMaskDigest(context, mask) != 1 || SetSalt(context, salt) != 1)
                    return PublicKeyVerdict.Unsupported;
                return Verify(context, value, (nuint)signature.Length, tbs, (nuint)digest.Length) == 1 ? PublicKeyVerdict.Verified : PublicKeyVerdict.Wrong;
            }
            finally
            {
                FreeContext(context);
                FreeKey(key);
            }
        }
    }

    // The names OpenSSL knows: "SHA256", "SHA3-256", "MD5".
    private static string Name(HashAlgorithmName hash) => hash.Name!;

    [LibraryImport(Library, EntryPoint = "d2i_PUBKEY")]
    private static partial nint ReadPublicKey(nint reuse, byte** bytes, nint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_new")]
    private static partial nint NewContext(nint key, nint engine);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_free")]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_verify_init")]
    private static partial int VerifyInit(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_set_rsa_padding")]
    private static partial int SetPadding(nint context, int padding);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_set_signature_md")]
    private static partial int SetDigest(nint context, nint digest);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_set_rsa_mgf1_md")]
    private static partial int SetMaskDigest(nint context, nint digest);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_CTX_set_rsa_pss_saltlen")]
    private static partial int SetSalt(nint context, int length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_verify")]
    private static partial int Verify(nint context, byte* signature, nuint signatureLength, byte* digest, nuint digestLength);

    [LibraryImport(Library, EntryPoint = "EVP_get_digestbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint DigestByName(string name);
}
