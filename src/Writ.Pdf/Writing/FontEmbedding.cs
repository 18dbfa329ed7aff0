namespace Writ.Pdf;

public enum FontEmbedding
{
    /// <summary>TrueType with glyf outlines: CIDFontType2, /FontFile2, CIDs are glyph identifiers.</summary>
    TrueType,
    /// <summary>A bare CID-keyed CFF table whose charset is the identity: CIDFontType0, /FontFile3 of subtype CIDFontType0C.</summary>
    CffCid,
}
