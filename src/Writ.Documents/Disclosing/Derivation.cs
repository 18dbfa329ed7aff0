namespace Writ.Documents;

/// <summary>
/// What a masked document is derived from. The digest is that of the original file: a digest of the original case data would let a reader
/// try out what was masked.
/// </summary>
/// <param name="Original">Id of the original document (26 characters), or null when nobody named it.</param>
/// <param name="OriginalDigest">SHA-256 of the original file, lower-case hex, or null.</param>
public sealed record Derivation(Audience Audience, string? Original = null, string? OriginalDigest = null)
{
    private const int IdLength = 26, DigestLength = 64;

    /// <summary>Whether a text can be the id of a document.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    /// <summary>Whether a text can be a SHA-256 in lower-case hex.</summary>
    public static bool IsDigest(string text) => text.Length == DigestLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary><c>party</c> or <c>public</c>, as records and metadata write it.</summary>
    public string AudienceName => Audience == Audience.Party ? "party" : "public";

    /// <summary>What the document calls itself.</summary>
    public string Title => Audience == Audience.Party ? "当事人版" : "公开版";
}
