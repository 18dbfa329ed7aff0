using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Writ.Documents;

/// <summary>
/// Who a document is: derived from everything that decides its bytes, so that the same data, pack, profile and clock are the same document.
/// Printed into its XMP; a verifier renders the first revision again from it.
/// </summary>
/// <param name="Id">26 characters of Crockford's base32: 130 bits of a SHA-256.</param>
/// <param name="DataHash">SHA-256 of the canonical case data, lower-case hexadecimal.</param>
public sealed record DocumentIdentity(string Id, string Pack, string PackVersion, string PackHash, string Profile, string DataHash, DateTimeOffset Issued)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>The identity of a document rendered from <paramref name="canonicalData"/> (RFC 8785) at <paramref name="issued"/>, which counts to the second.</summary>
    public static DocumentIdentity Of(string pack, string packVersion, string packHash, string profile, ReadOnlySpan<byte> canonicalData, DateTimeOffset issued)
    {
        var second = new DateTimeOffset(issued.Ticks - (issued.Ticks % TimeSpan.TicksPerSecond), issued.Offset);
        var dataHash = Convert.ToHexStringLower(SHA256.HashData(canonicalData));
        var facts = string.Join('\n', "writ-document", pack, packVersion, packHash, profile, dataHash, second.ToString("O", CultureInfo.InvariantCulture));
        return new DocumentIdentity(Base32(SHA256.HashData(Encoding.UTF8.GetBytes(facts))), pack, packVersion, packHash, profile, dataHash, second);
    }

    private static string Base32(ReadOnlySpan<byte> hash)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var window = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            text[i] = Alphabet[(window >> (11 - (bit % 8))) & 31];
        }
        return new string(text);
    }
}
