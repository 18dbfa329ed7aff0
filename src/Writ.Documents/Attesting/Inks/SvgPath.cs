using System.Collections.Immutable;
using System.Globalization;

namespace Writ.Documents;

/// <summary>Ink as the data of an SVG path (SVG 2, 9.3): M L H V C S Q T Z, absolute and relative. Curves are flattened; arcs are no pen's and are refused.</summary>
internal ref struct SvgPath
{
    private const int CurvePieces = 8;
    private readonly string path;
    private readonly InkLimits limits;
    private readonly ImmutableArray<InkStroke>.Builder strokes = ImmutableArray.CreateBuilder<InkStroke>();
    private readonly ImmutableArray<InkPoint>.Builder points = ImmutableArray.CreateBuilder<InkPoint>();
    private ReadOnlySpan<char> rest;
    private double x, y, startX, startY, controlX, controlY;
    private int count;

    private SvgPath(string text, string path, InkLimits limits)
    {
        rest = text;
        this.path = path;
        this.limits = limits;
    }

    public static ImmutableArray<InkStroke> Read(string text, string path, InkLimits limits) => new SvgPath(text, path, limits).Run();

    private ImmutableArray<InkStroke> Run()
    {
        var command = '\0';
        var previous = '\0';
        while (Skip())
        {
            if (char.IsAsciiLetter(rest[0])) { command = rest[0]; rest = rest[1..]; }
            else if (command is '\0' or 'Z' or 'z') throw Malformed();
            Step(command, previous);
            previous = char.ToUpperInvariant(command);
            if (command == 'M') command = 'L';
            if (command == 'm') command = 'l';
        }
        Lift();
        return strokes.ToImmutable();
    }

    private void Step(char command, char previous)
    {
        var relative = char.IsAsciiLetterLower(command);
        double dx = relative ? x : 0, dy = relative ? y : 0;
        switch (char.ToUpperInvariant(command))
        {
            case 'M': Lift(); Move(dx + Number(), dy + Number()); (startX, startY) = (x, y); break;
            case 'L': Move(dx + Number(), dy + Number()); break;
            case 'H': Move(dx + Number(), y); break;
            case 'V': Move(x, dy + Number()); break;
            case 'Z': Move(startX, startY); break;
            case 'C': Cubic(dx + Number(), dy + Number(), dx + Number(), dy + Number(), dx + Number(), dy + Number()); break;
            case 'S':
                var (sx, sy) = previous is 'C' or 'S' ? ((2 * x) - controlX, (2 * y) - controlY) : (x, y);
                Cubic(sx, sy, dx + Number(), dy + Number(), dx + Number(), dy + Number());
                break;
            case 'Q': Quadratic(dx + Number(), dy + Number(), dx + Number(), dy + Number()); break;
            case 'T':
                var (tx, ty) = previous is 'Q' or 'T' ? ((2 * x) - controlX, (2 * y) - controlY) : (x, y);
                Quadratic(tx, ty, dx + Number(), dy + Number());
                break;
            default: throw Malformed();
        }
    }

    private void Cubic(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        double x0 = x, y0 = y;
        for (var i = 1; i <= CurvePieces; i++)
        {
            double t = (double)i / CurvePieces, u = 1 - t;
            Move((u * u * u * x0) + (3 * u * u * t * x1) + (3 * u * t * t * x2) + (t * t * t * x3), (u * u * u * y0) + (3 * u * u * t * y1) + (3 * u * t * t * y2) + (t * t * t * y3));
        }
        (controlX, controlY) = (x2, y2);
    }

    private void Quadratic(double x1, double y1, double x2, double y2)
    {
        double x0 = x, y0 = y;
        for (var i = 1; i <= CurvePieces; i++)
        {
            double t = (double)i / CurvePieces, u = 1 - t;
            Move((u * u * x0) + (2 * u * t * x1) + (t * t * x2), (u * u * y0) + (2 * u * t * y1) + (t * t * y2));
        }
        (controlX, controlY) = (x1, y1);
    }

    private void Move(double toX, double toY)
    {
        InkReader.Count(ref count, strokes.Count + 1, limits, path);
        x = InkReader.Coordinate(toX, limits, path);
        y = InkReader.Coordinate(toY, limits, path);
        points.Add(new InkPoint(x, y));
    }

    private void Lift()
    {
        if (points.Count > 0) strokes.Add(new InkStroke(points.ToImmutable()));
        points.Clear();
    }

    private bool Skip()
    {
        rest = rest.TrimStart(" \t\r\n,");
        return rest.Length > 0;
    }

    private double Number()
    {
        if (!Skip()) throw Malformed();
        var end = rest[0] is '-' or '+' ? 1 : 0;
        var dot = false;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || (rest[end] == '.' && !dot) || (rest[end] is 'e' or 'E')))
        {
            dot |= rest[end] == '.';
            if (rest[end] is 'e' or 'E' && end + 1 < rest.Length && rest[end + 1] is '-' or '+') end++;
            end++;
        }
        if (!double.TryParse(rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw Malformed();
        rest = rest[end..];
        return value;
    }

    private readonly InkFormatException Malformed() => new("ink-malformed", path, "SVG 路径无法读取。", "The SVG path cannot be read.");
}
