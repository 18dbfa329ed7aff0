using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace WritService.Packs;

/// <summary>Entity tags of what never changes while the service runs: derived from pack hashes, so every replica gives the same.</summary>
internal static class EntityTag
{
    public static string Of(IEnumerable<string> hashes) =>
        OfBytes(Encoding.ASCII.GetBytes(string.Join('\n', hashes)));

    public static string OfBytes(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";

    /// <summary>Puts the tag on the answer; true when the caller already has what it names (RFC 9110, 13.1.2).</summary>
    public static bool StillHolds(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
            && known.Any(held => held.Tag == "*" || held.Tag == tag);
    }
}
