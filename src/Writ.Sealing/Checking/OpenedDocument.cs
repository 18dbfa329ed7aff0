using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>
/// A document opened without mending anything. When its end cannot be read, the longest beginning that can is taken, so that a seal in it
/// is still found; what follows it is then a change that nothing allows.
/// </summary>
/// <param name="File">Null when nothing can be read.</param>
/// <param name="Fault">Why not all of it could be read; null when it could.</param>
internal sealed record OpenedDocument(PdfFile? File, string? Fault)
{
    private const int MaxAttempts = 24;

    public static OpenedDocument Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new OpenedDocument(PdfFile.OpenStrictly(bytes), null);
        }
        catch (PdfFormatException fault)
        {
            // A password or a limit is no damage.
            var mendable = !fault.Clause.StartsWith("PdfLimits", StringComparison.Ordinal) && fault.Clause != "ISO 32000-2, 7.6";
            return new OpenedDocument(mendable ? Beginning(bytes) : null, fault.Message);
        }
    }

    private static PdfFile? Beginning(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Length;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var marker = bytes.Span[..end].LastIndexOf("%%EOF"u8);
            if (marker < 0)
                return null;
            var length = marker + "%%EOF".Length;
            if (length < bytes.Length && bytes.Span[length] == '\r')
                length++;
            if (length < bytes.Length && bytes.Span[length] == '\n')
                length++;
            end = marker;
            if (length == bytes.Length)
                continue;
            try
            {
                return PdfFile.OpenStrictly(bytes[..length]);
            }
            catch (PdfFormatException)
            {
                continue;
            }
        }
        return null;
    }
}
