namespace Writ.Documents.Packs;

/// <summary>Collects problems up to a bound: hostile data cannot make the answer grow without end.</summary>
internal sealed class ProblemList
{
    private const int Limit = 200;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> All => _problems;

    public bool IsFull => _problems.Count >= Limit;

    public bool HasErrors => _problems.Exists(problem => problem.Severity == Severity.Error);

    public void Add(Problem problem)
    {
        if (!IsFull) _problems.Add(problem);
    }

    public void Add(string code, in Place place, string zh, string en) =>
        Add(new Problem(code, place.Path, new Bilingual($"“{place.Zh}”{zh}", $"\"{place.En}\" {en}")));
}
