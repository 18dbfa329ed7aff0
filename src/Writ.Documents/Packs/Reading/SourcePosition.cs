namespace Writ.Documents.Packs;

/// <summary>Line and column, both from 1. Columns count bytes.</summary>
internal readonly record struct SourcePosition(int Line, int Column);
