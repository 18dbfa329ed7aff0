using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Writ.Sealing.Cms;

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

    /// <summary>Name of a key in receipts: SHA-256 of its certificate, base64url.</summary>
    public static string KeyId(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawDataMemory.Span));

    /// <summary>First half: what is to be signed, and its digest.</summary>
    public ReceiptDraft Draft(ISealKey key)
    {
        var header = Json(writer =>
        {
            writer.WriteString("alg", Algorithm(key.Algorithm));
            writer.WriteString("kid", KeyId(key.Certificate));
            writer.WriteString("typ", MediaType);
        });
        var payload = Json(writer =>
        {
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
        });
        var input = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}";
        return new ReceiptDraft(input, HashAlgorithms.Digest(key.Algorithm.Hash(), Encoding.ASCII.GetBytes(input)), key);
    }

    /// <summary>Reads and verifies a compact receipt; null when it is not one, or not by this certificate's key.</summary>
    public static Receipt? Verify(string compact, X509Certificate2 certificate)
    {
        if (compact.Length > MaxLength || compact.Split('.') is not [var head, var body, var tail])
            return null;
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(head));
            if (header.RootElement.GetProperty("typ").GetString() != MediaType || header.RootElement.GetProperty("kid").GetString() != KeyId(certificate))
                return null;
            if (Algorithm(header.RootElement.GetProperty("alg").GetString()) is not { } algorithm)
                return null;
            var signature = Base64Url.DecodeFromChars(tail);
            var digest = HashAlgorithms.Digest(algorithm.Hash(), Encoding.ASCII.GetBytes($"{head}.{body}"));
            var raw = algorithm.IsEcdsa() ? JoseSignature.ToDer(signature, algorithm) : signature;
            if (raw is null || !SealSignature.Verifies(certificate, algorithm, digest, raw))
                return null;
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(body));
            var root = payload.RootElement;
            return new Receipt(
                root.GetProperty("doc").GetString() ?? "",
                root.GetProperty("pack").GetString() ?? "",
                Base64Url.DecodeFromChars(root.GetProperty("sha256").GetString()),
                root.GetProperty("len").GetInt64(),
                root.GetProperty("rev").GetInt32(),
                [.. root.GetProperty("seals").EnumerateArray().Select(e => DateTimeOffset.Parse(e.GetString() ?? "", CultureInfo.InvariantCulture))],
                DateTimeOffset.FromUnixTimeSeconds(root.GetProperty("iat").GetInt64()));
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // RFC 7518, 3.1
    private static string Algorithm(SealAlgorithm algorithm) => algorithm switch
    {
        SealAlgorithm.EcdsaP256Sha256 => "ES256",
        SealAlgorithm.EcdsaP384Sha384 => "ES384",
        SealAlgorithm.RsaPkcs1Sha256 => "RS256",
        SealAlgorithm.RsaPkcs1Sha384 => "RS384",
        SealAlgorithm.RsaPkcs1Sha512 => "RS512",
        SealAlgorithm.RsaPssSha256 => "PS256",
        SealAlgorithm.RsaPssSha384 => "PS384",
        SealAlgorithm.RsaPssSha512 => "PS512",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    private static SealAlgorithm? Algorithm(string? name)
    {
        foreach (var algorithm in Enum.GetValues<SealAlgorithm>())
            if (Algorithm(algorithm) == name)
                return algorithm;
        return null;
    }
}
