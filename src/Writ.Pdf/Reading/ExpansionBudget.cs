namespace Writ.Pdf;

/// <summary>How many bytes filters may still produce for one file.</summary>
internal sealed class ExpansionBudget(long bytes)
{
    private long left = bytes;

    public void Take(long count)
    {
        left -= count;
        if (left < 0) throw new PdfFormatException(-1, "PdfLimits.ExpandedBytes", "The streams of the file expand to too much");
    }
}
