namespace Writ.Pdf;

/// <summary>A font program to embed, already subset. All measures are thousandths of an em.</summary>
/// <param name="PostScriptName">Without subset tag.</param>
/// <param name="Widths">The advance of every glyph in the program, by glyph identifier.</param>
public sealed record FontProgram(FontProgramKind Kind, ReadOnlyMemory<byte> Data, string PostScriptName, IReadOnlyList<double> Widths, FontMeasures Measures);
