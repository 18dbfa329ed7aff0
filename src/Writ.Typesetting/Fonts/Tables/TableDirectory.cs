namespace Writ.Typesetting;

/// <summary>
/// The tables of one face by tag. OpenType 1.9, "Organization of an OpenType Font": a file starts with a version and its table
/// records, or, as a collection, with 'ttcf' and the offsets of its faces; table offsets always count from the file's start.
/// </summary>
internal sealed class TableDirectory
{
    private const string File = "file";
    private readonly Dictionary<string, FontTable> tables = new(StringComparer.Ordinal);

    private TableDirectory(string version) => Version = version;

    /// <summary>"true" for 0x00010000 too; "OTTO" for compact outlines.</summary>
    public string Version { get; }

    public static TableDirectory Read(ReadOnlyMemory<byte> bytes, int index, FontLimits limits)
    {
        var file = new FontTable(File, bytes);
        if (bytes.Length > limits.FileBytes)
            throw file.Wrong(0, $"the file has {bytes.Length} bytes, at most {limits.FileBytes} are taken");
        int start = 0;
        if (file.FourLetters(0) == "ttcf")
        {
            uint faces = file.U32(8);
            if (faces > (uint)limits.Faces)
                throw file.Wrong(8, $"{faces} faces in a collection, at most {limits.Faces} are taken");
            if (index < 0 || index >= faces)
                throw file.Wrong(8, $"face {index} is asked for, the collection has {faces}");
            start = file.Size(12 + index * 4);
        }
        else if (index != 0)
        {
            throw file.Wrong(0, $"face {index} is asked for, the file is not a collection");
        }
        return ReadFace(file, start, limits);
    }

    public bool Has(string tag) => tables.ContainsKey(tag);

    public FontTable? Find(string tag) => tables.TryGetValue(tag, out FontTable table) ? table : null;

    public FontTable Need(string tag) =>
        tables.TryGetValue(tag, out FontTable table) ? table : throw new FontFormatException(File, 0, $"the face has no table '{tag}'");

    private static TableDirectory ReadFace(FontTable file, int start, FontLimits limits)
    {
        uint version = file.U32(start);
        var directory = new TableDirectory(version switch
        {
            0x0001_0000 or 0x7472_7565 => "true",
            0x4F54_544F => "OTTO",
            _ => throw file.Wrong(start, $"no OpenType face starts with 0x{version:X8}"),
        });
        int count = file.U16(start + 4);
        if (count > limits.Tables)
            throw file.Wrong(start + 4, $"{count} tables, at most {limits.Tables} are taken");
        for (int i = 0; i < count; i++)
        {
            int record = start + 12 + i * 16;
            string tag = file.FourLetters(record);
            int offset = file.Size(record + 8), length = file.Size(record + 12);
            if ((long)offset + length > file.Length)
                throw file.Wrong(record, $"table '{tag}' ends behind the file's end");
            directory.tables.TryAdd(tag, new FontTable(tag, file.Bytes.Slice(offset, length)));
        }
        return directory;
    }
}
