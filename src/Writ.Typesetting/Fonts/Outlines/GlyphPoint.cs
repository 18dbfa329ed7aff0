namespace Writ.Typesetting;

/// <summary>One point of a TrueType contour; a point off the curve is a control point.</summary>
internal readonly record struct GlyphPoint(double X, double Y, bool OnCurve, bool EndsContour);
