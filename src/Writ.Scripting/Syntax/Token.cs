namespace Writ.Scripting;

/// <summary>One token; <see cref="Data"/> is the index of a passage, else 0.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, int Data = 0);
