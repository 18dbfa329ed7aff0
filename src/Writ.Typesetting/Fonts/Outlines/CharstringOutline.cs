using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Draws a flattened charstring (Adobe Technical Note 5177, sections 4.1 and 4.2): every operand is a step from the point before.</summary>
internal sealed class CharstringOutline
{
    private const double One = 65536;
    private readonly ImmutableArray<OutlineSegment>.Builder segments = ImmutableArray.CreateBuilder<OutlineSegment>();
    private readonly double[] operands = new double[48];
    private int count;
    private double x, y, startX, startY;
    private bool open;
    private int stems;

    public static GlyphOutline Read(CffTable cff, int glyph)
    {
        var outline = new CharstringOutline();
        outline.Run(cff.Flatten(glyph, cff.Flattener()));
        outline.Close();
        return outline.segments.Count == 0 ? GlyphOutline.Empty : new GlyphOutline(outline.segments.DrainToImmutable());
    }

    private void Run(ReadOnlySpan<byte> program)
    {
        for (int at = 0; at < program.Length;)
        {
            byte first = program[at];
            if (CharstringNumber.Starts(first))
            {
                operands[count++] = CharstringNumber.Read(program[at..]) / One;
                at += CharstringNumber.LengthOf(first);
                continue;
            }
            at++;
            var code = (CharstringOperator)(first == 12 ? 0x0C00 + program[at++] : first);
            if (code is CharstringOperator.HStem or CharstringOperator.VStem or CharstringOperator.HStemHM or CharstringOperator.VStemHM
                or CharstringOperator.HintMask or CharstringOperator.CntrMask)
            {
                stems += count / 2;
                if (code is CharstringOperator.HintMask or CharstringOperator.CntrMask)
                    at += (stems + 7) / 8;
            }
            else
            {
                Draw(code, operands.AsSpan(0, count));
            }
            count = 0;
        }
    }

    private void Draw(CharstringOperator code, ReadOnlySpan<double> v)
    {
        switch (code)
        {
            case CharstringOperator.RMoveTo: MoveBy(v[0], v[1]); break;
            case CharstringOperator.HMoveTo: MoveBy(v[0], 0); break;
            case CharstringOperator.VMoveTo: MoveBy(0, v[0]); break;
            case CharstringOperator.RLineTo: Lines(v); break;
            case CharstringOperator.HLineTo: StraightLines(v, horizontal: true); break;
            case CharstringOperator.VLineTo: StraightLines(v, horizontal: false); break;
            case CharstringOperator.RRCurveTo: Curves(v); break;
            case CharstringOperator.RCurveLine:
                Curves(v[..^2]);
                Lines(v[^2..]);
                break;
            case CharstringOperator.RLineCurve:
                Lines(v[..^6]);
                Curves(v[^6..]);
                break;
            case CharstringOperator.HHCurveTo: LevelCurves(v, horizontal: true); break;
            case CharstringOperator.VVCurveTo: LevelCurves(v, horizontal: false); break;
            case CharstringOperator.HVCurveTo: TurningCurves(v, horizontal: true); break;
            case CharstringOperator.VHCurveTo: TurningCurves(v, horizontal: false); break;
            case CharstringOperator.Flex: Curves(v[..12]); break;
            case CharstringOperator.HFlex:
                Curve(v[0], 0, v[1], v[2], v[3], 0);
                Curve(v[4], 0, v[5], -v[2], v[6], 0);
                break;
            case CharstringOperator.HFlex1:
                Curve(v[0], v[1], v[2], v[3], v[4], 0);
                Curve(v[5], 0, v[6], v[7], v[8], -(v[1] + v[3] + v[7]));
                break;
            case CharstringOperator.Flex1: Flex1(v); break;
            default: break;
        }
    }

    private void MoveBy(double dx, double dy)
    {
        Close();
        (x, y) = (x + dx, y + dy);
        (startX, startY) = (x, y);
        open = true;
        segments.Add(new OutlineSegment(OutlineSegmentKind.Move, x, y));
    }

    private void Close()
    {
        if (open)
            segments.Add(new OutlineSegment(OutlineSegmentKind.Close, startX, startY));
        open = false;
    }

    private void LineBy(double dx, double dy)
    {
        (x, y) = (x + dx, y + dy);
        segments.Add(new OutlineSegment(OutlineSegmentKind.Line, x, y));
    }

    private void Curve(double dx1, double dy1, double dx2, double dy2, double dx3, double dy3)
    {
        double x1 = x + dx1, y1 = y + dy1, x2 = x1 + dx2, y2 = y1 + dy2;
        (x, y) = (x2 + dx3, y2 + dy3);
        segments.Add(new OutlineSegment(OutlineSegmentKind.Cubic, x, y, x1, y1, x2, y2));
    }

    private void Lines(ReadOnlySpan<double> v)
    {
        for (int i = 0; i + 1 < v.Length; i += 2)
            LineBy(v[i], v[i + 1]);
    }

    private void StraightLines(ReadOnlySpan<double> v, bool horizontal)
    {
        foreach (double step in v)
        {
            LineBy(horizontal ? step : 0, horizontal ? 0 : step);
            horizontal = !horizontal;
        }
    }

    private void Curves(ReadOnlySpan<double> v)
    {
        for (int i = 0; i + 5 < v.Length; i += 6)
            Curve(v[i], v[i + 1], v[i + 2], v[i + 3], v[i + 4], v[i + 5]);
    }

    // Curves that start and end in the same direction; an odd operand in front lends the first a step across.
    private void LevelCurves(ReadOnlySpan<double> v, bool horizontal)
    {
        double across = 0;
        if (v.Length % 4 == 1)
        {
            across = v[0];
            v = v[1..];
        }
        for (; v.Length >= 4; v = v[4..])
        {
            if (horizontal)
                Curve(v[0], across, v[1], v[2], v[3], 0);
            else
                Curve(across, v[0], v[1], v[2], 0, v[3]);
            across = 0;
        }
    }

    // Curves that start in one direction and end in the other, by turns; an odd operand behind lends the last a step across.
    private void TurningCurves(ReadOnlySpan<double> v, bool horizontal)
    {
        while (v.Length >= 4)
        {
            double across = v.Length == 5 ? v[4] : 0;
            if (horizontal)
                Curve(v[0], 0, v[1], v[2], across, v[3]);
            else
                Curve(0, v[0], v[1], v[2], v[3], across);
            horizontal = !horizontal;
            v = v[4..];
        }
    }

    private void Flex1(ReadOnlySpan<double> v)
    {
        double dx = v[0] + v[2] + v[4] + v[6] + v[8], dy = v[1] + v[3] + v[5] + v[7] + v[9];
        Curve(v[0], v[1], v[2], v[3], v[4], v[5]);
        bool horizontal = Math.Abs(dx) > Math.Abs(dy);
        Curve(v[6], v[7], v[8], v[9], horizontal ? v[10] : -dx, horizontal ? -dy : v[10]);
    }
}
