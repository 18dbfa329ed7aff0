namespace Writ.Typesetting;

/// <summary>'maxp': how many glyphs the face has.</summary>
internal sealed record MaxpTable(int GlyphCount)
{
    public static MaxpTable Read(FontTable table)
    {
        int count = table.U16(4);
        return count > 0 ? new MaxpTable(count) : throw table.Wrong(4, "the face has no glyphs");
    }
}
