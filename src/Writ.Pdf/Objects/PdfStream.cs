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

    /// <summary>A stream compressed once, to be written as often as it is wanted. As with <see cref="StreamCoding.Flate"/>, small data stays as it is.</summary>
    /// <param name="dictionary">Without /Filter.</param>
    public static PdfStream Compress(PdfDictionary dictionary, ReadOnlySpan<byte> data)
    {
        if (dictionary.Has("Filter")) throw new ArgumentException("The data is already filtered.", nameof(dictionary));
        if (!Flate.Pays(data)) return new PdfStream(dictionary, data.ToArray());
        var compressed = new PdfBuffer();
        Flate.Compress(compressed, data);
        var stream = new PdfStream(dictionary.With("Filter", new PdfName("FlateDecode")), compressed.ToArray());
        compressed.Release();
        return stream;
    }

    public bool Equals(PdfStream? other) => other is not null && Dictionary.Equals(other.Dictionary) && Data.Span.SequenceEqual(other.Data.Span);

    public override int GetHashCode() => HashCode.Combine(Dictionary, Data.Length);
}
