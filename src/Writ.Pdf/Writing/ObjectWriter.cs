namespace Writ.Pdf;

/// <summary>Takes indirect objects, each written once, straight into one buffer: a new file (<see cref="PdfWriter"/>) or one revision more (<see cref="IncrementalUpdate"/>).</summary>
public abstract class ObjectWriter
{
    private readonly PdfBuffer compressed = new();

    /// <param name="origin">Offset in the finished file at which the buffer begins.</param>
    private protected ObjectWriter(int origin, int capacity)
    {
        Origin = origin;
        Buffer = new PdfBuffer(capacity);
    }

    private protected PdfBuffer Buffer { get; }
    private protected int Origin { get; }
    private protected int Position => Origin + Buffer.Length;

    /// <summary>A number for an object that is written later.</summary>
    public abstract PdfReference Reserve();

    /// <summary>Writes the object under a number that was reserved, or, in an update, that it replaces.</summary>
    public void Write(PdfReference reference, PdfObject value)
    {
        if (value is PdfStream stream)
        {
            WriteStream(reference, stream.Dictionary, stream.Data.Span, StreamCoding.AsItIs);
            return;
        }
        Begin(reference);
        ObjectSyntax.Write(Buffer, value);
        Buffer.Append("\nendobj\n"u8);
    }

    public PdfReference Write(PdfObject value)
    {
        var reference = Reserve();
        Write(reference, value);
        return reference;
    }

    /// <summary>Writes a stream. <paramref name="dictionary"/> has no /Length; with <see cref="StreamCoding.Flate"/> it has no /Filter either, and small data stays uncompressed.</summary>
    public void WriteStream(PdfReference reference, PdfDictionary dictionary, ReadOnlySpan<byte> data, StreamCoding coding = StreamCoding.Flate)
    {
        if (coding == StreamCoding.Flate)
        {
            if (dictionary.Has("Filter")) throw new ArgumentException("The data is already filtered.", nameof(dictionary));
            if (Flate.Pays(data))
            {
                compressed.Clear();
                Flate.Compress(compressed, data);
                data = compressed.Written;
                dictionary = dictionary.With("Filter", new PdfName("FlateDecode"));
            }
        }
        Begin(reference);
        ObjectSyntax.Write(Buffer, dictionary.With("Length", data.Length));
        // ISO 32000-2, 7.3.8.1: the keyword is followed by a line feed; one more end of line stands before endstream and is not counted.
        Buffer.Append("\nstream\n"u8);
        Buffer.Append(data);
        Buffer.Append("\nendstream\nendobj\n"u8);
    }

    public PdfReference WriteStream(PdfDictionary dictionary, ReadOnlySpan<byte> data, StreamCoding coding = StreamCoding.Flate)
    {
        var reference = Reserve();
        WriteStream(reference, dictionary, data, coding);
        return reference;
    }

    private protected void Release()
    {
        Buffer.Release();
        compressed.Release();
    }

    /// <summary>Notes where the object begins; refuses numbers that are not to be written, or not again.</summary>
    private protected abstract void Place(PdfReference reference, int offset);

    private protected void Begin(PdfReference reference)
    {
        Place(reference, Position);
        Buffer.Append(reference.Number);
        Buffer.Append((byte)' ');
        Buffer.Append(reference.Generation);
        Buffer.Append(" obj\n"u8);
    }
}
