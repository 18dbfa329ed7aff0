using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>
/// A document opened without mending anything. When its end cannot be read, the longest beginning that can is taken, so that a seal in it
/// is still found; what follows it is then a change that nothing allows. When nothing of it can be read as it stands, it may be searched
/// for seals (<see cref="Search"/>), so that a damaged seal is called that: what is found so is never sound.
/// </summary>
/// <param name="File">Null when nothing can be read.</param>
/// <param name="Fault">Why not all of it could be read; null when it could.</param>
/// <param name="MayBeSearched">What cannot be read in it may have been changed, lost or moved, as far as the fault tells.</param>
internal sealed record OpenedDocument(PdfFile? File, Reason? Fault, bool MayBeSearched)
{
    private const int MaxAttempts = 24;

    public static OpenedDocument Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return new OpenedDocument(PdfFile.OpenStrictly(bytes), null, MayBeSearched: true);
        }
        catch (PdfFormatException fault)
        {
            // A chain of lists that leads out of the file or in circles is no damage: it was made so, and says nothing about where anything belongs.
            var astray = fault.Clause == "ISO 32000-2, 7.5.6" || (fault.Clause == "ISO 32000-2, 7.5.5" && (fault.Offset <= 0 || fault.Offset > bytes.Length));
            return new OpenedDocument(fault.IsDamage ? Beginning(bytes) : null, FormatReasons.Of(fault), fault.IsDamage && !astray);
        }
    }

    /// <summary>The file as a search for objects shows it; null when it needs a password, exceeds the limits, or holds no document at all.</summary>
    public static PdfFile? Search(ReadOnlyMemory<byte> bytes, string fault)
    {
        try
        {
            return PdfFile.Search(bytes, fault);
        }
        catch (PdfFormatException)
        {
            return null;
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
