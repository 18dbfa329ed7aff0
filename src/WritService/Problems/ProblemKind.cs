namespace WritService.Problems;

/// <summary>One kind of problem a call may answer with: its code never changes, its words may.</summary>
/// <param name="Code">Stable kebab-case name; the problem's <c>type</c> is <c>/problems/{code}</c>.</param>
/// <param name="Status">The HTTP status it always travels with.</param>
/// <param name="Zh">Title in Chinese.</param>
/// <param name="En">Title in English.</param>
/// <param name="AdviceZh">What a caller can do about it, in Chinese.</param>
/// <param name="AdviceEn">What a caller can do about it, in English.</param>
internal sealed record ProblemKind(string Code, int Status, string Zh, string En, string AdviceZh, string AdviceEn)
{
    public string Title(Language language) => language == Language.English ? En : Zh;
    public string Advice(Language language) => language == Language.English ? AdviceEn : AdviceZh;
}
