namespace Writ.Typesetting;

/// <summary>'OS/2': weight, embedding rights, typographic ascent and descent, height of capitals (0 where it does not say).</summary>
internal sealed record Os2Table(int Weight, ushort FsType, int Ascender, int Descender, int CapHeight)
{
    // OpenType 1.9, OS/2, fsType: the lowest of bits 1 to 3 is the licence (0 = installable); bit 9 allows bitmaps only.
    private const int Restricted = 0x0002, PreviewOrEditable = 0x000C, BitmapOnly = 0x0200;

    public static Os2Table Read(FontTable table)
    {
        int version = table.U16(0);
        // Version 0 of old fonts may end after usLastCharIndex.
        bool hasTypographic = table.Length >= 72;
        bool hasCapHeight = version >= 2 && table.Length >= 90;
        return new Os2Table(table.U16(4), table.U16(8), hasTypographic ? table.I16(68) : 0, hasTypographic ? table.I16(70) : 0,
            hasCapHeight ? table.I16(88) : 0);
    }

    /// <summary>A face whose maker forbids embedding is refused here, not when the first writ is printed.</summary>
    public void DemandEmbeddable()
    {
        if ((FsType & Restricted) != 0 && (FsType & PreviewOrEditable) == 0)
            throw new FontFormatException("OS/2", 8, "the licence (fsType 2) forbids embedding the face in a document");
        if ((FsType & BitmapOnly) != 0)
            throw new FontFormatException("OS/2", 8, "the licence (fsType 0x200) allows embedding bitmaps only");
    }
}
