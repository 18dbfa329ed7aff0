namespace Writ.Scripting;

/// <summary>From <see cref="Offset"/> on the text was written by the template at <see cref="Place"/>; raw text moves on with the offset, a printed value stays at its place.</summary>
internal readonly record struct SourceMapEntry(int Offset, SourceText Source, int Place, bool Moves);
