namespace Writ.Pdf;

/// <summary>What a file may ask of its reader; a breach is a <see cref="PdfFormatException"/> naming the limit.</summary>
/// <param name="ExpandedBytes">Sum of everything filters produce while the file is open.</param>
/// <param name="Depth">Nesting of arrays and dictionaries, and of chains of references.</param>
public sealed record PdfLimits(
    int FileBytes = 256 << 20, int Objects = 2_000_000, int Revisions = 1_000, int Depth = 100, long ExpandedBytes = 128L << 20)
{
    public static readonly PdfLimits Default = new();
}
