namespace Writ.Documents.Packs;

/// <summary>One member of a JSON object in a template file.</summary>
internal sealed record LocatedMember(string Name, SourcePosition At, LocatedJson Value);
