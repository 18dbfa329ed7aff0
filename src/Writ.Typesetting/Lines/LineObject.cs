namespace Writ.Typesetting;

/// <summary>An inline object at its place in a line.</summary>
internal readonly record struct LineObject(InlineObject Object, double X);
