namespace Writ.Typesetting;

/// <summary>What a role's chain knows of one character; lengths in em. Face is null when no face has it.</summary>
/// <param name="TrimBefore">Blank before the ink of a full-width opening mark: half an em that may be closed up.</param>
/// <param name="TrimAfter">Blank behind the ink of a full-width closing mark or stop.</param>
internal readonly record struct GlyphEntry(FontFace? Face, ushort Glyph, CharacterClass Class, double Advance, double TrimBefore, double TrimAfter);
