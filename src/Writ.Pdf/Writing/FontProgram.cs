namespace Writ.Pdf;

/// <summary>A font program to embed, already subset. All measures are thousandths of an em.</summary>
/// <param name="BaseFont">The PostScript name with its subset tag, as "ABCDEF+FandolFang-Regular" (ISO 32000-2, 9.9.2).</param>
/// <param name="Widths">The advance of every glyph in the program, by glyph identifier.</param>
public sealed record FontProgram(FontEmbedding Kind, ReadOnlyMemory<byte> Data, string BaseFont, IReadOnlyList<double> Widths, FontMeasures Measures);
