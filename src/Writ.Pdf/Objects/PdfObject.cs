namespace Writ.Pdf;

/// <summary>One value of ISO 32000-2, 7.3: a closed sum of ten immutable kinds, compared by value.</summary>
public abstract record PdfObject
{
    private protected PdfObject() { }

    /// <summary>The object in PDF syntax; a stream shows its dictionary and the length of its data.</summary>
    public sealed override string ToString() => ObjectSyntax.Print(this);

    public static implicit operator PdfObject(int value) => new PdfInteger(value);
    public static implicit operator PdfObject(long value) => new PdfInteger(value);
    public static implicit operator PdfObject(bool value) => PdfBoolean.Of(value);

    /// <summary>An integer when the value is whole, a real otherwise; rounded to five decimals, which is finer than any device.</summary>
    public static PdfObject Of(double value)
    {
        var rounded = Math.Round(value, 5, MidpointRounding.AwayFromZero);
        return rounded == Math.Floor(rounded) && Math.Abs(rounded) < int.MaxValue ? new PdfInteger((long)rounded) : new PdfReal(rounded);
    }
}
