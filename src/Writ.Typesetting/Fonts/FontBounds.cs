namespace Writ.Typesetting;

/// <summary>The box around every glyph of a face, in font units, y up.</summary>
public readonly record struct FontBounds(int MinX, int MinY, int MaxX, int MaxY);
