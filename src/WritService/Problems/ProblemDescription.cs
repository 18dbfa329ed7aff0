namespace WritService.Problems;

/// <summary>A kind of problem as the catalogue shows it.</summary>
internal sealed record ProblemDescription(string Code, int Status, Words Title, Words Advice)
{
    public static ProblemDescription Of(ProblemKind kind) => new(kind.Code, kind.Status, new Words(kind.Zh, kind.En), new Words(kind.AdviceZh, kind.AdviceEn));
}

/// <summary>The same words in both languages.</summary>
internal sealed record Words(string Zh, string En);
