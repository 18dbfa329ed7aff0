namespace Writ.Scripting;

/// <summary>The places of an operation, for its errors.</summary>
internal readonly record struct Operands(SyntaxNode Left, SourceRange Sign, SyntaxNode Right);
