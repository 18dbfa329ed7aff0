using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Writ.Pdf;

/// <summary>The standard security handler (ISO 32000-2, 7.6.4), for reading files that open with the empty user password.</summary>
internal sealed class StandardSecurity
{
    // 7.6.4.3.1, algorithm 2: what stands in for a password, or fills it up.
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    private readonly byte[] key;
    private readonly PdfDictionary? filters;
    private readonly CipherMethod streamMethod;
    private readonly bool encryptMetadata;

    private StandardSecurity(byte[] key, CipherMethod strings, CipherMethod streams, PdfDictionary? filters, bool encryptMetadata)
    {
        this.key = key;
        this.filters = filters;
        this.encryptMetadata = encryptMetadata;
        streamMethod = streams;
        StringMethod = strings;
    }

    public CipherMethod StringMethod { get; }

    /// <exception cref="PdfFormatException">The handler is another, or a password is needed.</exception>
    public static StandardSecurity Open(PdfDictionary encrypt, ReadOnlySpan<byte> firstId)
    {
        if (encrypt.Name("Filter") != "Standard") throw Fault("The security handler is not the standard one");
        var version = encrypt.Integer("V") ?? 0;
        var revision = encrypt.Integer("R") ?? 0;
        var bits = encrypt.Integer("Length") ?? 40;
        var owner = Bytes(encrypt, "O");
        var user = Bytes(encrypt, "U");
        var metadata = (encrypt["EncryptMetadata"] as PdfBoolean)?.Value ?? true;
        var filters = encrypt["CF"] as PdfDictionary;
        if (version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6 || (version == 5) != (revision >= 5)) throw Fault("The version of the encryption is not known");
        if (version == 1) bits = 40;
        if (version == 4) bits = 128;
        if (bits is < 40 or > 256 || bits % 8 != 0) throw Fault("The key length is not defined");
        var (strings, streams) = version < 4
            ? (CipherMethod.Rc4, CipherMethod.Rc4)
            : (Method(filters, encrypt.Name("StrF")), Method(filters, encrypt.Name("StmF")));
        var permissions = encrypt.Integer("P") ?? throw Fault("/P is missing");
        var key = version == 5
            ? KeyOf256(encrypt, user, (int)revision)
            : KeyOf128(owner, user, unchecked((int)permissions), firstId, (int)revision, (int)bits / 8, metadata);
        return new StandardSecurity(key, strings, streams, filters, metadata);
    }

    public CipherMethod MethodOf(PdfDictionary stream)
    {
        var type = stream.Name("Type");
        // 7.5.8.2: cross-reference streams are never encrypted; 7.6.2: metadata when the dictionary says so.
        if (type == "XRef" || (type == "Metadata" && !encryptMetadata)) return CipherMethod.Identity;
        if ((stream["Filter"] as PdfName ?? (stream["Filter"] as PdfArray)?.FirstOrDefault() as PdfName)?.Value != "Crypt") return streamMethod;
        // 7.4.10: the stream names its own crypt filter.
        var parameters = stream["DecodeParms"] as PdfDictionary ?? (stream["DecodeParms"] as PdfArray)?.FirstOrDefault() as PdfDictionary;
        return Method(filters, parameters?.Name("Name"));
    }

    public byte[] Decrypt(CipherMethod method, byte[] data, int number, int generation) => method switch
    {
        CipherMethod.Identity => data,
        CipherMethod.Aes256 => DecryptAes(key, data),
        CipherMethod.Aes128 => DecryptAes(ObjectKey(number, generation, aes: true), data),
        _ => Rc4.Apply(ObjectKey(number, generation, aes: false), data),
    };

    // 7.6.3.2, algorithm 1.
    private byte[] ObjectKey(int number, int generation, bool aes)
    {
        Span<byte> low = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(low, number);
        byte[] salted = [.. key, low[0], low[1], low[2], (byte)(generation & 0xFF), (byte)(generation >> 8 & 0xFF), .. aes ? "sAlT"u8 : []];
        return MD5.HashData(salted)[..Math.Min(16, key.Length + 5)];
    }

    private static byte[] DecryptAes(byte[] key, byte[] data)
    {
        if (data.Length == 0) return data;
        if (data.Length < 32 || data.Length % 16 != 0) throw Fault("Encrypted data has the wrong length");
        try
        {
            using var aes = Aes.Create();
            aes.Key = key;
            return aes.DecryptCbc(data.AsSpan(16), data.AsSpan(0, 16));
        }
        catch (CryptographicException)
        {
            throw Fault("Encrypted data is not padded as it should be");
        }
    }

    // 7.6.4.3.2 (algorithm 2) and 7.6.4.4 (algorithms 4 and 5), with the empty password.
    private static byte[] KeyOf128(byte[] owner, byte[] user, int permissions, ReadOnlySpan<byte> id, int revision, int length, bool metadata)
    {
        Span<byte> flags = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(flags, permissions);
        byte[] material = [.. Padding, .. owner.AsSpan(0, Math.Min(32, owner.Length)), .. flags, .. id, .. revision >= 4 && !metadata ? [0xFF, 0xFF, 0xFF, 0xFF] : Array.Empty<byte>()];
        if (length > 16) throw Fault("The key length is not defined");
        var key = MD5.HashData(material);
        if (revision >= 3)
            for (var i = 0; i < 50; i++) key = MD5.HashData(key.AsSpan(0, length));
        key = key[..(revision == 2 ? 5 : length)];
        byte[] expected;
        if (revision == 2)
        {
            expected = Rc4.Apply(key, Padding);
        }
        else
        {
            expected = Rc4.Apply(key, MD5.HashData([.. Padding, .. id]));
            for (var round = 1; round <= 19; round++) expected = Rc4.Apply([.. key.Select(b => (byte)(b ^ round))], expected);
        }
        return user.AsSpan().StartsWith(expected) ? key : throw Locked();
    }

    // 7.6.4.3.3 (algorithm 2.A): the file key is wrapped under a hash of the password.
    private static byte[] KeyOf256(PdfDictionary encrypt, byte[] user, int revision)
    {
        var wrapped = Bytes(encrypt, "UE");
        if (user.Length < 48 || wrapped.Length < 32) throw Fault("/U or /UE is too short");
        if (!Hash(user.AsSpan(32, 8), revision).AsSpan().SequenceEqual(user.AsSpan(0, 32))) throw Locked();
        using var aes = Aes.Create();
        aes.Key = Hash(user.AsSpan(40, 8), revision);
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    // 7.6.4.3.4 (algorithm 2.B), with the empty password.
    private static byte[] Hash(ReadOnlySpan<byte> salt, int revision)
    {
        var hash = SHA256.HashData(salt);
        if (revision == 5) return hash;
        for (var round = 0; ; round++)
        {
            var repeated = new byte[hash.Length * 64];
            for (var i = 0; i < 64; i++) hash.CopyTo(repeated, i * hash.Length);
            using var aes = Aes.Create();
            aes.Key = hash[..16];
            var mixed = aes.EncryptCbc(repeated, hash.AsSpan(16, 16), PaddingMode.None);
            var sum = 0;
            for (var i = 0; i < 16; i++) sum += mixed[i];
            hash = (sum % 3) switch { 0 => SHA256.HashData(mixed), 1 => SHA384.HashData(mixed), _ => SHA512.HashData(mixed) };
            if (round >= 63 && mixed[^1] <= round - 31) return hash[..32];
        }
    }

    private static CipherMethod Method(PdfDictionary? filters, string? name)
    {
        if (name is null or "Identity") return CipherMethod.Identity;
        return (filters?[name] as PdfDictionary)?.Name("CFM") switch
        {
            "V2" => CipherMethod.Rc4,
            "AESV2" => CipherMethod.Aes128,
            "AESV3" => CipherMethod.Aes256,
            null or "None" => CipherMethod.Identity,
            _ => throw Fault("A crypt filter is not known"),
        };
    }

    private static byte[] Bytes(PdfDictionary encrypt, string key) =>
        (encrypt[key] as PdfString)?.Bytes.ToArray() ?? throw Fault($"/{key} is missing");

    private static PdfFormatException Locked() => Lexer.Fault(-1, "7.6.4.4", "The file needs a password");

    private static PdfFormatException Fault(string message) => Lexer.Fault(-1, "7.6", message);
}
