namespace Writ.Typesetting;

/// <summary>Where blocks go: left edge and width of their column, and the tag node they belong to (-1 in running heads and feet).</summary>
internal readonly record struct FlowBox(double Left, double Width, int Tag);
