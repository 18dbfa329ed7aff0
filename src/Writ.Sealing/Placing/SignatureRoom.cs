using System.Security.Cryptography;
using Writ.Pdf;

namespace Writ.Sealing.Placing;

/// <summary>A finished file whose last signature is still zeros: the digest around the gap, and the filling of it.</summary>
/// <param name="file">The one copy of the document.</param>
/// <param name="original">The document before this revision.</param>
internal sealed class SignatureRoom(byte[] file, PdfFile original, SignaturePlaceholder placeholder)
{
    private bool filled;

    /// <summary>Bytes the signature may have.</summary>
    public int Capacity => placeholder.Capacity;

    // ISO 32000-2, 12.8.1: everything but the string, its delimiters included
    public byte[] Digest(HashAlgorithmName hash)
    {
        using var running = IncrementalHash.CreateHash(hash);
        running.AppendData(file.AsSpan(0, placeholder.Gap.Start));
        running.AppendData(file.AsSpan(placeholder.Gap.End));
        return running.GetHashAndReset();
    }

    /// <param name="time">When the seal says it was set.</param>
    public SealedDocument Fill(ReadOnlySpan<byte> der, DateTimeOffset time)
    {
        if (filled)
            throw new InvalidOperationException("What is prepared is completed once.");
        filled = true;
        var target = file.AsSpan(placeholder.Gap.Start + 1, 2 * der.Length);
        for (var i = 0; i < der.Length; i++)
        {
            target[2 * i] = Hex(der[i] >> 4);
            target[2 * i + 1] = Hex(der[i] & 15);
        }
        return new SealedDocument(file, original.Bytes.Length, original.Revisions.Count + 1, [time]);
    }

    private static byte Hex(int nibble) => (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
}
