namespace Writ.Pdf;

/// <summary>A stream (ISO 32000-2, 7.3.8): its dictionary and its data as they stand in the file, filters not undone.</summary>
public sealed record PdfStream : PdfObject
{
    public PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data)
    {
        Dictionary = dictionary;
        Data = data;
    }

    public PdfDictionary Dictionary { get; }
    public ReadOnlyMemory<byte> Data { get; }

    public bool Equals(PdfStream? other) => other is not null && Dictionary.Equals(other.Dictionary) && Data.Span.SequenceEqual(other.Data.Span);

    public override int GetHashCode() => HashCode.Combine(Dictionary, Data.Length);
}
