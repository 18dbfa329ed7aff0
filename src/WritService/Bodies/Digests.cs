using System.Globalization;
using System.Security.Cryptography;

namespace WritService.Bodies;

/// <summary>
/// Digest fields (RFC 9530). A body that comes with <c>Content-Digest</c> or <c>Repr-Digest</c> is held against it before the call runs; a document
/// leaves with <c>Repr-Digest</c>, in the algorithm that <c>Want-Repr-Digest</c> prefers. Of the registry's algorithms only the two active ones count.
/// </summary>
internal static class Digests
{
    public const string Representation = "Repr-Digest";
    private const string Content = "Content-Digest", Wanted = "Want-Repr-Digest";
    private static readonly (string Name, HashAlgorithmName Algorithm)[] Known = [("sha-256", HashAlgorithmName.SHA256), ("sha-512", HashAlgorithmName.SHA512)];

    /// <summary>Middleware: reads the body of a call through its hash where a digest was sent with it.</summary>
    public static void UseDigests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Bodies carry no content coding here, so content and representation are the same bytes.
        string[] sent = [.. context.Request.Headers[Content].Concat(context.Request.Headers[Representation]).SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))];
        List<(HashAlgorithmName, byte[])> declared = [.. Known.SelectMany(known => sent.Where(item => item.StartsWith(known.Name + "=", StringComparison.Ordinal)).Select(item => (known.Algorithm, Bytes(item[(known.Name.Length + 1)..]))))];
        if (declared.Count > 0)
        {
            HashedBody body = new(context.Request.Body, declared);
            context.Features.Set(body);
            context.Request.Body = body;
            context.Response.RegisterForDispose(body);
        }
        return next(context);
    });

    /// <summary>Puts the digest of what is answered on the answer; none when the caller wants none it could have.</summary>
    public static void Put(HttpContext context, ReadOnlySpan<byte> representation)
    {
        string[] wanted = [.. context.Request.Headers[Wanted].SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))];
        (string name, HashAlgorithmName algorithm) = Known.OrderByDescending(known => Weight(wanted, known.Name)).First();
        if (wanted.Length == 0 || Weight(wanted, name) > 0)
            context.Response.Headers[Representation] = $"{name}=:{Convert.ToBase64String(CryptographicOperations.HashData(algorithm, representation))}:";
    }

    // RFC 9530, 4: a dictionary of weights from 0 (not acceptable) to 10.
    private static int Weight(string[] wanted, string name) =>
        wanted.Where(item => item.StartsWith(name + "=", StringComparison.Ordinal)).Select(item => int.TryParse(item.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int weight) ? weight : 0).FirstOrDefault();

    // RFC 8941, 3.3.5: base64 between colons. What is written otherwise is the digest of nothing.
    private static byte[] Bytes(string item)
    {
        if (item is not [':', .. { Length: <= 88 } text, ':'])
            return [];
        byte[] bytes = new byte[64];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : [];
    }
}
