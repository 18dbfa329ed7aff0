namespace Writ.Pdf;

/// <summary>true or false (ISO 32000-2, 7.3.2).</summary>
public sealed record PdfBoolean : PdfObject
{
    private PdfBoolean(bool value) => Value = value;

    public bool Value { get; }

    public static readonly PdfBoolean True = new(true);
    public static readonly PdfBoolean False = new(false);

    public static PdfBoolean Of(bool value) => value ? True : False;
}
