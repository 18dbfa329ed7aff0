namespace Writ.Typesetting;

/// <summary>
/// One step of a glyph's outline, in font units, y up. (X, Y) is where it ends; (X1, Y1) is the only or first control point,
/// (X2, Y2) the second; unused ones are 0.
/// </summary>
public readonly record struct OutlineSegment(OutlineSegmentKind Kind, double X, double Y, double X1 = 0, double Y1 = 0, double X2 = 0, double Y2 = 0);
