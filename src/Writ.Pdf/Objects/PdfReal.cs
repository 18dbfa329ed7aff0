namespace Writ.Pdf;

/// <summary>A number with a decimal point (ISO 32000-2, 7.3.3); always finite.</summary>
public sealed record PdfReal : PdfObject
{
    public PdfReal(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("A PDF number is finite.", nameof(value));
        Value = value;
    }

    public double Value { get; }
}
