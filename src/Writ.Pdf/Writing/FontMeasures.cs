namespace Writ.Pdf;

/// <summary>What a font descriptor says of a face (ISO 32000-2, 9.8), in thousandths of an em; the angle in degrees.</summary>
public sealed record FontMeasures(double Ascent, double Descent, double CapHeight, PdfBox Box, double ItalicAngle = 0, double StemV = 80, bool FixedPitch = false, bool Serif = false);
