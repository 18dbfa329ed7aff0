namespace Writ.Scripting;

/// <summary>Where a call stands: errors of the call point at <see cref="Place"/>, missing arguments just after <see cref="Node"/>.</summary>
internal readonly record struct CallSite(SyntaxNode Node, SyntaxNode Place, Block? Block = null);
