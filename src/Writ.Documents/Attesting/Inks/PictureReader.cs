using Writ.Pdf;

namespace Writ.Documents;

/// <summary>Looks at pictures of ink and of prints before they are taken.</summary>
internal static class PictureReader
{
    // Below, a print shows no ridges; above, it is a blot.
    private const int LeastPrint = 32;
    private const double FullestPrint = 0.9;

    /// <summary>Null when it is no PNG or JPEG, or too large. Held against the rules for pictures in archival documents now, so that drawing it later cannot fail.</summary>
    public static PictureMarks? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return PictureMarks.Of(file, new ImageLimits(Side: 4_000, Pixels: 4_000_000));
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a picture may be that of a finger. A JPEG is judged by its size alone.</summary>
    public static bool MayBePrint(PictureMarks marks) =>
        marks.Dark is not { } dark ? Math.Min(marks.Width, marks.Height) >= LeastPrint
        : Math.Min(marks.DarkWidth, marks.DarkHeight) >= LeastPrint && dark < FullestPrint * marks.DarkWidth * marks.DarkHeight;
}
