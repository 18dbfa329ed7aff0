namespace Writ.Typesetting;

/// <summary>What kept a manuscript from becoming a layout; <paramref name="Character"/> is the character at fault, or null.</summary>
public sealed record LayoutProblem(string Code, ManuscriptLocation Location, string Chinese, string English, string? Character = null);
