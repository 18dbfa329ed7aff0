namespace Writ.Pdf;

/// <summary>A name (ISO 32000-2, 7.3.5). <see cref="Value"/> has one character per byte (Latin-1), escapes resolved, without the solidus.</summary>
public sealed record PdfName : PdfObject
{
    public PdfName(string value)
    {
        foreach (var c in value)
            // 7.3.5: any character but null may stand in a name.
            if (c is '\0' or > '\u00FF') throw new ArgumentException("A PDF name is a sequence of bytes without zero.", nameof(value));
        Value = value;
    }

    public string Value { get; }
}
