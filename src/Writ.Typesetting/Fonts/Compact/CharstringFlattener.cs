namespace Writ.Typesetting;

/// <summary>
/// Runs Type 2 charstrings (Adobe Technical Note 5177) far enough to write them out without subroutines: operands are gathered,
/// calls and arithmetic carried out, and at each operator that clears the stack the operands and the operator are written. Stem
/// hints are counted because the length of a hint mask depends on them; the width, which stands before the first such operator, is
/// taken out. What is written draws what the original draws, with the same operators and operands, and ends with endchar.
/// </summary>
internal sealed class CharstringFlattener(CffIndex global, FontLimits limits)
{
    private readonly FontWriter output = new("CFF ", limits with { SubsetBytes = limits.CharstringBytes });
    private readonly CharstringStack stack = new();
    private CffIndex local;
    private int steps;
    private int stems;
    private bool widthTaken;
    private bool ended;

    /// <summary>What the last charstring's width adds to its font's nominal width, in 1/65536; null means the default width.</summary>
    public long? Width { get; private set; }

    /// <returns>The charstring, flattened; good until the next call.</returns>
    public ReadOnlySpan<byte> Flatten(FontTable program, CffIndex localSubroutines)
    {
        local = localSubroutines;
        output.Clear();
        steps = stems = 0;
        widthTaken = ended = false;
        Width = null;
        stack.Reset(program);
        Run(program, depth: 0);
        // Some fonts leave the last endchar out; every reader takes it as said.
        if (!ended)
            End(program);
        return output.Written;
    }

    private void Run(FontTable program, int depth)
    {
        ReadOnlySpan<byte> code = program.Bytes.Span;
        for (int at = 0; at < code.Length && !ended;)
        {
            if (++steps > limits.CharstringSteps)
                throw program.Wrong(at, $"a charstring of more than {limits.CharstringSteps} steps");
            byte first = code[at];
            if (CharstringNumber.Starts(first))
            {
                int length = CharstringNumber.LengthOf(first);
                if (length > code.Length - at)
                    throw program.Wrong(at, "a charstring ends inside a number");
                stack.Push(CharstringNumber.Read(code[at..]));
                at += length;
                continue;
            }
            at++;
            var instruction = (CharstringOperator)(first == 12 ? 0x0C00 + program.U8(at++) : first);
            switch (instruction)
            {
                case CharstringOperator.Return:
                    return;
                case CharstringOperator.CallSubr:
                    Call(local, program, at, depth);
                    break;
                case CharstringOperator.CallGSubr:
                    Call(global, program, at, depth);
                    break;
                case CharstringOperator.EndChar:
                    End(program);
                    break;
                case CharstringOperator.HintMask or CharstringOperator.CntrMask:
                    // Operands before a mask are vertical stems whose operator is left out (section 4.3).
                    Stems(instruction);
                    int mask = (stems + 7) / 8;
                    output.Bytes(program.Slice(at, mask));
                    at += mask;
                    break;
                case CharstringOperator.HStem or CharstringOperator.VStem or CharstringOperator.HStemHM or CharstringOperator.VStemHM:
                    Stems(instruction);
                    break;
                case CharstringOperator.RMoveTo:
                    Write(instruction, program, at, TakeWidth(stack.Count > 2));
                    break;
                case CharstringOperator.HMoveTo or CharstringOperator.VMoveTo:
                    Write(instruction, program, at, TakeWidth(stack.Count > 1));
                    break;
                // Obsolete and without effect.
                case CharstringOperator.DotSection:
                    stack.Clear();
                    break;
                default:
                    if (CharstringOperands.Draws(instruction))
                        Draw(instruction, program, at);
                    else if (!stack.Apply(instruction))
                        throw program.Wrong(at - 1, $"charstring operator {(int)instruction} is not defined");
                    break;
            }
        }
    }

    private void Draw(CharstringOperator instruction, FontTable program, int at)
    {
        // Nothing may be drawn before the first moveto, which takes the width.
        if (!widthTaken)
            throw program.Wrong(at - 1, "a charstring draws before it moves");
        Write(instruction, program, at, skip: 0);
    }

    private void Call(CffIndex subroutines, FontTable program, int at, int depth)
    {
        if (depth >= limits.SubroutineDepth)
            throw program.Wrong(at - 1, $"subroutines inside subroutines deeper than {limits.SubroutineDepth}");
        // Technical Note 5176, section 16: numbers are biased so that the commonest are short.
        int bias = subroutines.Count < 1240 ? 107 : subroutines.Count < 33900 ? 1131 : 32768;
        int number = stack.PopWhole() + bias;
        if (number < 0 || number >= subroutines.Count)
            throw program.Wrong(at - 1, $"subroutine {number} of {subroutines.Count} is called");
        Run(subroutines.Item(number), depth + 1);
    }

    private void Stems(CharstringOperator instruction)
    {
        int skip = TakeWidth(stack.Count % 2 == 1);
        stems += (stack.Count - skip) / 2;
        Emit(instruction, skip);
    }

    private void End(FontTable program)
    {
        ended = true;
        int skip = TakeWidth(stack.Count is 1 or 5);
        // Section C: with four operands endchar once composed an accented letter from two others.
        if (stack.Count - skip >= 4)
            throw program.Wrong(0, "endchar composes an accented letter, which OpenType forbids");
        stack.Clear();
        Emit(CharstringOperator.EndChar, skip: 0);
    }

    // The width is the first operand of the first operator that clears the stack, when there is one more than the operator takes.
    private int TakeWidth(bool isThere)
    {
        if (widthTaken)
            return 0;
        widthTaken = true;
        if (!isThere)
            return 0;
        Width = stack.Values[0];
        return 1;
    }

    private void Write(CharstringOperator instruction, FontTable program, int at, int skip)
    {
        if (!CharstringOperands.Fit(instruction, stack.Count - skip))
            throw program.Wrong(at - 1, $"charstring operator {instruction} with {stack.Count - skip} operands");
        Emit(instruction, skip);
    }

    private void Emit(CharstringOperator instruction, int skip)
    {
        ReadOnlySpan<long> values = stack.Values[skip..];
        Span<byte> room = output.Reserve(values.Length * CharstringNumber.Longest + 2);
        int length = 0;
        foreach (long value in values)
            length += CharstringNumber.Write(room[length..], value);
        if ((int)instruction >= 0x0C00)
            room[length++] = 12;
        room[length++] = (byte)((int)instruction & 0xFF);
        output.Advance(length);
        stack.Clear();
    }
}
