namespace Writ.Documents;

/// <summary>A declared field of a pack: JSON path (lists as <c>[*]</c>), label, type, and privacy class, P0 (ordinary) to P7.</summary>
public sealed record PackField(string Path, Bilingual Label, string Type, bool Required, string Privacy);
