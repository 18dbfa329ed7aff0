namespace Writ.Pdf;

/// <summary>An object stream, its filters undone (ISO 32000-2, 7.5.7).</summary>
internal sealed class ObjectStream
{
    private readonly ReadOnlyMemory<byte> data;
    private readonly (int Number, int Offset)[] objects;

    public ObjectStream(ReadOnlyMemory<byte> data, PdfDictionary dictionary, NameTable names)
    {
        this.data = data;
        var count = dictionary.Integer("N") ?? -1;
        var first = dictionary.Integer("First") ?? -1;
        // Each object takes two integers and two blanks in the head.
        if (count < 0 || first < 0 || first > data.Length || count * 4 > first + 4) throw Lexer.Fault(-1, "7.5.7", "/N or /First of an object stream is out of range");
        objects = new (int, int)[count];
        var parser = new ObjectParser(data.Span, 0, names, 0, inFile: false);
        for (var i = 0; i < objects.Length; i++)
            objects[i] = (parser.Integer(0, int.MaxValue, "7.5.7"), (int)first + parser.Integer(0, data.Length - (int)first, "7.5.7"));
    }

    public int Count => objects.Length;
    public int NumberAt(int index) => objects[index].Number;

    public LoadedObject Read(int index, NameTable names, int deepest)
    {
        var (number, offset) = objects[index];
        var parser = new ObjectParser(data.Span, offset, names, deepest, inFile: false);
        var value = parser.Read();
        return new LoadedObject(number, 0, value, PdfSpan.None, parser.Duplicates is null ? [] :
            [new Anomaly(AnomalyKind.DuplicateKey, -1, number, $"A dictionary of object {number} has a key twice")]);
    }
}
