namespace Writ.Documents;

/// <summary>A mistake in a template file: where it is (line and column from 1; 0 when the whole file is meant) and what it is.</summary>
public sealed record PackProblem(string File, int Line, int Column, string Code, Bilingual Text)
{
    public override string ToString() => $"{File}({Line},{Column}): {Code}: {Text.Zh} / {Text.En}";
}
