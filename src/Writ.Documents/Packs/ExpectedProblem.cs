namespace Writ.Documents;

/// <summary>Code and JSON path of a problem that a rejected example must raise.</summary>
public sealed record ExpectedProblem(string Code, string Path);
