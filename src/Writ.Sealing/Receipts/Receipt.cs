using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Writ.Sealing;

/// <summary>What the house says about a document it lets go.</summary>
/// <param name="Document">Identity of the document.</param>
/// <param name="Pack">Pack id and version, e.g. <c>xunwen-bilu@1.2.0</c>.</param>
/// <param name="Sha256">Digest of the whole file.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Revision">How many revisions it has.</param>
/// <param name="SealTimes">Times of its seals, in order.</param>
/// <param name="IssuedAt">When the receipt was written.</param>
public sealed record Receipt(
    string Document,
    string Pack,
    ReadOnlyMemory<byte> Sha256,
    long Length,
    int Revision,
    IReadOnlyList<DateTimeOffset> SealTimes,
    DateTimeOffset IssuedAt)
{
    private const string MediaType = "writ-receipt+jwt";
    private const int MaxLength = 16 * 1024;

    /// <summary>Value of the <c>Repr-Digest</c> header (RFC 9530, 2).</summary>
    public static string ReprDigest(ReadOnlySpan<byte> sha256) => $"sha-256=:{Convert.ToBase64String(sha256)}:";

    /// <summary>First half: what is to be signed, and its digest.</summary>
    public StatementDraft Draft(ISealKey key)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("doc", Document);
            writer.WriteString("pack", Pack);
            writer.WriteString("sha256", Base64Url.EncodeToString(Sha256.Span));
            writer.WriteNumber("len", Length);
            writer.WriteNumber("rev", Revision);
            writer.WriteStartArray("seals");
            foreach (var time in SealTimes)
                writer.WriteStringValue(Time(time));
            writer.WriteEndArray();
            writer.WriteNumber("iat", IssuedAt.ToUnixTimeSeconds());
            writer.WriteEndObject();
        }
        return SignedStatement.Draft(MediaType, stream.ToArray(), key);
    }

    /// <summary>Reads and verifies a compact receipt; null when it is not one, or not by this certificate's key.</summary>
    public static Receipt? Verify(string compact, X509Certificate2 certificate)
    {
        if (SignedStatement.Read(compact, MediaType, MaxLength) is not { } statement || !statement.IsBy(certificate))
            return null;
        try
        {
            var root = statement.Payload;
            return new Receipt(
                root.GetProperty("doc").GetString() ?? "",
                root.GetProperty("pack").GetString() ?? "",
                Base64Url.DecodeFromChars(root.GetProperty("sha256").GetString()),
                root.GetProperty("len").GetInt64(),
                root.GetProperty("rev").GetInt32(),
                [.. root.GetProperty("seals").EnumerateArray().Select(e => DateTimeOffset.Parse(e.GetString() ?? "", CultureInfo.InvariantCulture))],
                DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("iat").GetInt64()));
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
