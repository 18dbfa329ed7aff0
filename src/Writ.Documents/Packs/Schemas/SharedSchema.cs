namespace Writ.Documents.Packs;

/// <summary>One file of <c>_schema/</c>, read but not yet resolved.</summary>
internal sealed record SharedSchema(string File, LocatedJson Root);
