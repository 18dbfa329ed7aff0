namespace Writ.Typesetting;

/// <summary>
/// Runs a Type 2 charstring (Adobe Technical Note 5177) far enough to write it out without subroutines: operands are gathered,
/// calls and arithmetic carried out, and at each operator that clears the stack the operands and the operator are written. Stem
/// hints are counted because the length of a hint mask depends on them; the width, which stands before the first such operator, is
/// taken out.
/// </summary>
internal sealed class CharstringFlattener
{
    private readonly FontTable program;
    private readonly CffIndex global;
    private readonly CffIndex local;
    private readonly FontLimits limits;
    private readonly FontWriter output;
    private readonly CharstringStack stack;
    private int steps;
    private int stems;
    private bool widthTaken;
    private bool ended;
    private long? width;

    private CharstringFlattener(FontTable program, CffIndex global, CffIndex local, FontLimits limits)
    {
        this.program = program;
        this.global = global;
        this.local = local;
        this.limits = limits;
        output = new FontWriter(program.Tag, limits with { SubsetBytes = limits.CharstringBytes }, program.Length + 64);
        stack = new CharstringStack(program);
    }

    public static FlatCharstring Flatten(FontTable program, CffIndex global, CffIndex local, FontLimits limits)
    {
        var flattener = new CharstringFlattener(program, global, local, limits);
        flattener.Run(program, depth: 0);
        // Some fonts leave the last endchar out; every reader takes it as said.
        if (!flattener.ended)
            flattener.End();
        return new FlatCharstring(flattener.output.ToMemory(), flattener.width);
    }

    private void Run(FontTable code, int depth)
    {
        for (int at = 0; at < code.Length && !ended;)
        {
            if (++steps > limits.CharstringSteps)
                throw code.Wrong(at, $"a charstring of more than {limits.CharstringSteps} steps");
            byte first = code.U8(at);
            if (CharstringNumber.Starts(first))
            {
                stack.Push(CharstringNumber.Read(code, ref at));
                continue;
            }
            at++;
            var instruction = (CharstringOperator)(first == 12 ? 0x0C00 + code.U8(at++) : first);
            switch (instruction)
            {
                case CharstringOperator.Return:
                    return;
                case CharstringOperator.CallSubr:
                    Call(local, code, at, depth);
                    break;
                case CharstringOperator.CallGSubr:
                    Call(global, code, at, depth);
                    break;
                case CharstringOperator.EndChar:
                    End();
                    break;
                case CharstringOperator.HintMask or CharstringOperator.CntrMask:
                    // Operands before a mask are vertical stems whose operator is left out (section 4.3).
                    Stems(instruction);
                    int length = (stems + 7) / 8;
                    output.Bytes(code.Slice(at, length));
                    at += length;
                    break;
                case CharstringOperator.HStem or CharstringOperator.VStem or CharstringOperator.HStemHM or CharstringOperator.VStemHM:
                    Stems(instruction);
                    break;
                case CharstringOperator.RMoveTo:
                    Write(instruction, code, at, TakeWidth(stack.Count > 2));
                    break;
                case CharstringOperator.HMoveTo or CharstringOperator.VMoveTo:
                    Write(instruction, code, at, TakeWidth(stack.Count > 1));
                    break;
                // Obsolete and without effect.
                case CharstringOperator.DotSection:
                    stack.Clear();
                    break;
                default:
                    if (!stack.Apply(instruction))
                        Draw(instruction, code, at);
                    break;
            }
        }
    }

    private void Draw(CharstringOperator instruction, FontTable code, int at)
    {
        if (!CharstringOperands.Draws(instruction))
            throw code.Wrong(at - 1, $"charstring operator {(int)instruction} is not defined");
        // Nothing may be drawn before the first moveto, which takes the width.
        if (!widthTaken)
            throw code.Wrong(at - 1, "a charstring draws before it moves");
        Write(instruction, code, at, skip: 0);
    }

    private void Call(CffIndex subroutines, FontTable code, int at, int depth)
    {
        if (depth >= limits.SubroutineDepth)
            throw code.Wrong(at - 1, $"subroutines inside subroutines deeper than {limits.SubroutineDepth}");
        // Technical Note 5176, section 16: numbers are biased so that the commonest are short.
        int bias = subroutines.Count < 1240 ? 107 : subroutines.Count < 33900 ? 1131 : 32768;
        int number = stack.PopWhole() + bias;
        if (number < 0 || number >= subroutines.Count)
            throw code.Wrong(at - 1, $"subroutine {number} of {subroutines.Count} is called");
        Run(subroutines.Item(number), depth + 1);
    }

    private void Stems(CharstringOperator instruction)
    {
        int skip = TakeWidth(stack.Count % 2 == 1);
        stems += (stack.Count - skip) / 2;
        Emit(instruction, skip);
    }

    private void End()
    {
        ended = true;
        int skip = TakeWidth(stack.Count is 1 or 5);
        // Section C: with four operands endchar once composed an accented letter from two others.
        if (stack.Count - skip >= 4)
            throw program.Wrong(0, "endchar composes an accented letter, which OpenType forbids");
        stack.Clear();
        Emit(CharstringOperator.EndChar, 0);
    }

    // The width is the first operand of the first operator that clears the stack, when there is one more than the operator takes.
    private int TakeWidth(bool isThere)
    {
        if (widthTaken)
            return 0;
        widthTaken = true;
        if (!isThere)
            return 0;
        width = stack.Values[0];
        return 1;
    }

    private void Write(CharstringOperator instruction, FontTable code, int at, int skip)
    {
        if (!CharstringOperands.Fit(instruction, stack.Count - skip))
            throw code.Wrong(at - 1, $"charstring operator {instruction} with {stack.Count - skip} operands");
        Emit(instruction, skip);
    }

    private void Emit(CharstringOperator instruction, int skip)
    {
        foreach (long value in stack.Values[skip..])
            CharstringNumber.Write(output, value);
        if ((int)instruction >= 0x0C00)
            output.U8(12);
        output.U8((int)instruction & 0xFF);
        stack.Clear();
    }
}
