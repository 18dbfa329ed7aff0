namespace Writ.Typesetting;

/// <summary>What the bytes of a <see cref="FontSubset"/> are, in the words of ISO 32000-2, 9.9.</summary>
public enum FontProgramKind
{
    /// <summary>A TrueType program for FontFile2 of a CIDFontType2; character identifier = glyph, CIDToGIDMap Identity.</summary>
    TrueType,

    /// <summary>A bare CID-keyed CFF program for FontFile3, subtype CIDFontType0C, of a CIDFontType0; character identifier = glyph.</summary>
    CffCid,
}
