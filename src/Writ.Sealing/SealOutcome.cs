using System.Diagnostics.CodeAnalysis;

namespace Writ.Sealing;

/// <summary>What a sealing step gives: its value, or the problems for which nothing was done.</summary>
public sealed class SealOutcome<T> where T : class
{
    private SealOutcome(T? value, IReadOnlyList<SealProblem> problems)
    {
        Value = value;
        Problems = problems;
    }

    public T? Value { get; }

    public IReadOnlyList<SealProblem> Problems { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    public static implicit operator SealOutcome<T>(T value) => Of(value);

    public static implicit operator SealOutcome<T>(SealProblem problem) => Refuse([problem]);

    public static SealOutcome<T> Of(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new SealOutcome<T>(value, []);
    }

    public static SealOutcome<T> Refuse(IReadOnlyList<SealProblem> problems)
    {
        if (problems.Count == 0)
            throw new ArgumentException("A refusal names at least one problem.", nameof(problems));
        return new SealOutcome<T>(null, problems);
    }
}
