namespace Writ.Typesetting;

/// <summary>What consecutive clusters share: their style, and the tag node they belong to.</summary>
internal readonly record struct InlineSpan(ComputedStyle Style, int Tag);
