namespace Writ.Pdf;

/// <summary>A token and its exact bytes; <see cref="Integer"/> and <see cref="Real"/> hold the value of a number.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, long Integer = 0, double Real = 0);
