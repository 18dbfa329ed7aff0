using System.Security.Cryptography;
using System.Text;

namespace Writ.Scripting;

/// <summary>Digests and Base64 of the namespace <c>string</c>, over UTF-8.</summary>
internal static class TextCoding
{
    public static FunctionTable AddTo(FunctionTable table) => table
        // MD5 and SHA-1 belong to the language; nothing of this product relies on them.
        .Add("md5", "text", static a => Digest(a, MD5.HashData))
        .Add("sha1", "text", static a => Digest(a, SHA1.HashData))
        .Add("sha256", "text", static a => Digest(a, SHA256.HashData))
        .Add("sha512", "text", static a => Digest(a, SHA512.HashData))
        .Add("hmac_sha1", "text secretKey", static a => Keyed(a, HMACSHA1.HashData))
        .Add("hmac_sha256", "text secretKey", static a => Keyed(a, HMACSHA256.HashData))
        .Add("hmac_sha512", "text secretKey", static a => Keyed(a, HMACSHA512.HashData))
        .Add("base64_encode", "text", static a => new ScriptText(Convert.ToBase64String(Encoding.UTF8.GetBytes(a.Text(0) ?? ""))))
        .Add("base64_decode", "text", Decode);

    private static ScriptText Digest(Arguments a, Func<byte[], byte[]> digest) => Hex(digest(Encoding.UTF8.GetBytes(a.Text(0) ?? "")));

    private static ScriptText Keyed(Arguments a, Func<byte[], byte[], byte[]> digest) => Hex(digest(Encoding.UTF8.GetBytes(a.Text(1) ?? ""), Encoding.UTF8.GetBytes(a.Text(0) ?? "")));

    private static ScriptText Hex(byte[] bytes) => new(Convert.ToHexStringLower(bytes));

    private static ScriptText Decode(Arguments a)
    {
        string text = a.Text(0) ?? "";
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? new ScriptText(Encoding.UTF8.GetString(bytes, 0, length))
            : throw a.Fault("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.");
    }
}
