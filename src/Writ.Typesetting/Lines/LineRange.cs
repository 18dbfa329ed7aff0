namespace Writ.Typesetting;

/// <summary>Clusters [Start, End) as one line; <paramref name="IsLast"/> when a paragraph's end or a br follows: such a line is not stretched.</summary>
internal readonly record struct LineRange(int Start, int End, bool IsLast);
