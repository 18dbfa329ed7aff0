using System.Numerics;

namespace Writ.Scripting;

/// <summary><c>a..b</c>, both ends included, counting down when a is greater.</summary>
internal sealed class ScriptRange(BigInteger first, BigInteger count, int step) : ScriptSequence(static () => [])
{
    public BigInteger Count { get; } = count;

    protected override IEnumerable<ScriptValue> Items()
    {
        BigInteger at = first;
        for (BigInteger left = Count; left > 0; left--, at += step)
            yield return ScriptNumber.Whole(at);
    }
}
