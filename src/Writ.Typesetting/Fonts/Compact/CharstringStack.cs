namespace Writ.Typesetting;

/// <summary>The operands of a charstring, in 1/65536 (16.16 fixed point), and what its arithmetic does to them (Technical Note 5177, section 4.4).</summary>
internal sealed class CharstringStack
{
    // Appendix B.
    private const int Depth = 48, Slots = 32;
    private const long One = 1 << 16;
    private readonly long[] values = new long[Depth];
    private readonly long[] memory = new long[Slots];
    private FontTable program;

    public int Count { get; private set; }

    public ReadOnlySpan<long> Values => values.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Ready for another charstring.</summary>
    public void Reset(FontTable next)
    {
        program = next;
        Count = 0;
        Array.Clear(memory);
    }

    public void Push(long value)
    {
        if (Count == Depth)
            throw program.Wrong(0, $"more than {Depth} operands in a charstring");
        // A result outside 16.16 cannot be written as an operand.
        if (value is < int.MinValue or > int.MaxValue)
            throw program.Wrong(0, "a charstring's arithmetic overflows");
        values[Count++] = value;
    }

    public long Pop() => Count > 0 ? values[--Count] : throw program.Wrong(0, "a charstring's operator lacks operands");

    public int PopWhole() => (int)(Pop() >> 16);

    /// <returns>False when the operator is not one of arithmetic, storage or condition.</returns>
    public bool Apply(CharstringOperator code)
    {
        switch (code)
        {
            case CharstringOperator.And: Two((a, b) => Truth(a != 0 && b != 0)); break;
            case CharstringOperator.Or: Two((a, b) => Truth(a != 0 || b != 0)); break;
            case CharstringOperator.Not: Push(Truth(Pop() == 0)); break;
            case CharstringOperator.Abs: Push(Math.Abs(Pop())); break;
            case CharstringOperator.Add: Two((a, b) => a + b); break;
            case CharstringOperator.Sub: Two((a, b) => a - b); break;
            case CharstringOperator.Mul: Two((a, b) => (a * b) >> 16); break;
            case CharstringOperator.Div: Two((a, b) => b != 0 ? (a << 16) / b : throw program.Wrong(0, "a charstring divides by zero")); break;
            case CharstringOperator.Neg: Push(-Pop()); break;
            case CharstringOperator.Eq: Two((a, b) => Truth(a == b)); break;
            case CharstringOperator.Sqrt: Push((long)Math.Sqrt(Math.Max(0, Pop()) * (double)One)); break;
            // Any number in (0, 1] will do; the same one each time keeps documents the same.
            case CharstringOperator.Random: Push(One / 2); break;
            case CharstringOperator.Drop: Pop(); break;
            case CharstringOperator.Dup: Duplicate(); break;
            case CharstringOperator.Exch: Roll(2, 1); break;
            case CharstringOperator.Index: Push(Peek(Math.Max(0, PopWhole()))); break;
            case CharstringOperator.Roll: RollByOperands(); break;
            case CharstringOperator.Put: Put(); break;
            case CharstringOperator.Get: Push(memory[Slot()]); break;
            case CharstringOperator.IfElse: Choose(); break;
            default: return false;
        }
        return true;
    }

    private static long Truth(bool value) => value ? One : 0;

    private void Two(Func<long, long, long> operation)
    {
        long second = Pop(), first = Pop();
        Push(operation(first, second));
    }

    private void Duplicate() => Push(Peek(0));

    private long Peek(int fromTop) => fromTop < Count ? values[Count - 1 - fromTop] : throw program.Wrong(0, "a charstring's operator lacks operands");

    private void RollByOperands()
    {
        int by = PopWhole(), count = PopWhole();
        Roll(count, by);
    }

    private void Roll(int count, int by)
    {
        if (count < 0 || count > Count)
            throw program.Wrong(0, $"a charstring rolls {count} operands of {Count}");
        if (count == 0)
            return;
        Span<long> rolled = values.AsSpan(Count - count, count);
        long[] before = rolled.ToArray();
        int shift = (by % count + count) % count;
        for (int i = 0; i < count; i++)
            rolled[(i + shift) % count] = before[i];
    }

    private int Slot()
    {
        int slot = PopWhole();
        return slot is >= 0 and < Slots ? slot : throw program.Wrong(0, $"storage {slot} of a charstring's {Slots}");
    }

    private void Put()
    {
        int slot = Slot();
        memory[slot] = Pop();
    }

    private void Choose()
    {
        long limit = Pop(), value = Pop(), otherwise = Pop(), first = Pop();
        Push(value <= limit ? first : otherwise);
    }
}
