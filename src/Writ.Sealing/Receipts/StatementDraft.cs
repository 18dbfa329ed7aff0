using System.Buffers.Text;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>A signed statement before its signature.</summary>
public sealed class StatementDraft
{
    private readonly string input;
    private readonly ISealKey key;

    internal StatementDraft(string input, byte[] digest, ISealKey key)
    {
        this.input = input;
        this.key = key;
        Digest = digest;
    }

    /// <summary>What the key signs.</summary>
    public ReadOnlyMemory<byte> Digest { get; }

    /// <summary>The compact form (RFC 7515, 7.1), from the signature <see cref="ISealKey.SignAsync"/> gave.</summary>
    public string Complete(ReadOnlySpan<byte> signature)
    {
        var raw = key.Algorithm.IsEcdsa() ? JoseSignature.FromDer(signature, key.Algorithm) : signature.ToArray();
        return $"{input}.{Base64Url.EncodeToString(raw)}";
    }
}
