using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>A JSON statement signed by a seal key, in the compact form (RFC 7515, 7.1): receipts, signing tickets, captures. Read first, then held against a certificate.</summary>
public sealed class SignedStatement
{
    private readonly SealAlgorithm algorithm;
    private readonly string keyId;
    private readonly byte[] input;
    private readonly byte[] signature;

    private SignedStatement(SealAlgorithm algorithm, string keyId, JsonElement payload, byte[] input, byte[] signature)
    {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.input = input;
        this.signature = signature;
        Payload = payload;
    }

    /// <summary>What is stated: a JSON object. Believe it only after <see cref="IsBy"/>.</summary>
    public JsonElement Payload { get; }

    /// <summary>Name of a key: SHA-256 of its certificate, base64url.</summary>
    public static string KeyId(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawDataMemory.Span));

    /// <summary>First half: what is to be signed, and its digest.</summary>
    /// <param name="type">The <c>typ</c> of the header (RFC 8725, 3.11): one kind of statement is never taken for another.</param>
    /// <param name="payload">A JSON object.</param>
    public static StatementDraft Draft(string type, ReadOnlySpan<byte> payload, ISealKey key)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", Name(key.Algorithm));
            writer.WriteString("kid", KeyId(key.Certificate));
            writer.WriteString("typ", type);
            writer.WriteEndObject();
        }
        var input = $"{Base64Url.EncodeToString(stream.ToArray())}.{Base64Url.EncodeToString(payload)}";
        return new StatementDraft(input, HashAlgorithms.Digest(key.Algorithm.Hash(), Encoding.ASCII.GetBytes(input)), key);
    }

    /// <summary>Reads a statement of that type; null when it is none, or longer than <paramref name="longest"/> characters.</summary>
    public static SignedStatement? Read(string compact, string type, int longest)
    {
        if (compact.Length > longest || compact.Split('.') is not [var head, var body, var tail])
            return null;
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(head), options);
            if (header.RootElement.GetProperty("typ").GetString() != type || header.RootElement.GetProperty("kid").GetString() is not { } keyId)
                return null;
            if (Algorithm(header.RootElement.GetProperty("alg").GetString()) is not { } algorithm)
                return null;
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(body), options);
            return payload.RootElement.ValueKind == JsonValueKind.Object
                ? new SignedStatement(algorithm, keyId, payload.RootElement.Clone(), Encoding.ASCII.GetBytes($"{head}.{body}"), Base64Url.DecodeFromChars(tail))
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the key of this certificate signed it.</summary>
    public bool IsBy(X509Certificate2 certificate) =>
        keyId == KeyId(certificate)
        && (algorithm.IsEcdsa() ? JoseSignature.ToDer(signature, algorithm) : signature) is { } raw
        && SealSignature.Verifies(certificate, algorithm, HashAlgorithms.Digest(algorithm.Hash(), input), raw);

    // RFC 7518, 3.1
    private static string Name(SealAlgorithm algorithm) => algorithm switch
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
            if (Name(algorithm) == name)
                return algorithm;
        return null;
    }
}
