namespace Writ.Typesetting;

/// <summary>An underline or a line through text, from the line's left edge; y counts from the base line, downwards.</summary>
internal readonly record struct LineRule(double X1, double X2, double Y, double Width, Tint Color);
