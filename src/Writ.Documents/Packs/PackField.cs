namespace Writ.Documents;

/// <summary>A declared field of a pack: JSON path (lists as <c>[*]</c>), label, type, and the privacy class P1 to P7 when it has one.</summary>
public sealed record PackField(string Path, Bilingual Label, string Type, bool Required, string? Privacy);
