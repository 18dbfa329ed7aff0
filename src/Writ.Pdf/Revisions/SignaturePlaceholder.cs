namespace Writ.Pdf;

/// <summary>Where a signature will stand in the finished file (ISO 32000-2, 12.8.1): the hexadecimal string of /Contents is the gap between the two ranges that are signed.</summary>
/// <param name="Gap">From &lt; to behind &gt;, both included in the gap.</param>
/// <param name="FileLength">Of the finished file, where the second range ends.</param>
public sealed record SignaturePlaceholder(PdfSpan Gap, int FileLength)
{
    /// <summary>Bytes of DER that fit.</summary>
    public int Capacity => (Gap.Length - 2) / 2;

    /// <summary>The four numbers of /ByteRange.</summary>
    public (int Start1, int Length1, int Start2, int Length2) ByteRange => (0, Gap.Start, Gap.End, FileLength - Gap.End);
}
