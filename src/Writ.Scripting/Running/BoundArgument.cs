namespace Writ.Scripting;

/// <summary>An evaluated argument, the place it came from and the name it was given by, if any.</summary>
internal readonly record struct BoundArgument(ScriptValue Value, SyntaxNode Place, string? Name);
