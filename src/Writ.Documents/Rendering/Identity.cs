using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Writ.Pdf;

namespace Writ.Documents.Rendering;

/// <summary>
/// Who a document is: derived from everything that decides its bytes, so that the same data, pack, profile and clock are the same document.
/// It stands in the document's XMP; a verifier renders the first revision again from it.
/// </summary>
internal static class Identity
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>The identity of a document rendered from <paramref name="canonicalData"/> (RFC 8785) at <paramref name="issued"/>.</summary>
    /// <returns>An id of 26 characters of Crockford's base32 (130 bits of a SHA-256) and the facts it was derived from.</returns>
    public static WritIdentity Of(CheckedData data, ReadOnlySpan<byte> canonicalData, DateTimeOffset issued)
    {
        var dataHash = Convert.ToHexStringLower(SHA256.HashData(canonicalData));
        var time = issued.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var facts = string.Join('\n', "writ-document", data.Pack.Id, data.Pack.Version, data.Pack.Hash, data.Profile.Id, dataHash, time);
        if (data.Derivation is { } from) facts = string.Join('\n', facts, "derived", from.AudienceName, from.Original, from.OriginalDigest);
        return new WritIdentity(Base32(SHA256.HashData(Encoding.UTF8.GetBytes(facts))), data.Pack.Id, data.Pack.Version, data.Pack.Hash, dataHash, data.Profile.Id, data.Derivation?.AudienceName, data.Derivation?.Original, data.Derivation?.OriginalDigest);
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
