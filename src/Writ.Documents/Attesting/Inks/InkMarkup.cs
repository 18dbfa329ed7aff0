using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Writ.Documents;

/// <summary>
/// Traces of W3C Ink Markup Language (InkML, 2011): channels X, Y, F (force) and T (time) of the trace format, default <c>X Y</c>.
/// The force is brought to 0…1 by the channel's <c>max</c>, or where it has none by the largest value met.
/// Difference orders (<c>'</c>, <c>"</c>) of section 3.2.1 are understood; boolean channels and mappings are not and are refused.
/// </summary>
internal static class InkMarkup
{
    public static ImmutableArray<InkStroke> Read(string text, string path, InkLimits limits)
    {
        var strokes = ImmutableArray.CreateBuilder<InkStroke>();
        var channels = new List<string>();
        double? hardest = null;
        var count = 0;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limits.Size };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            reader.MoveToContent();
            if (reader.LocalName != "ink") throw Malformed(path);
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "traceFormat") channels.Clear();
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "channel")
                {
                    channels.Add(reader.GetAttribute("name") ?? "");
                    if (channels[^1] == "F" && double.TryParse(reader.GetAttribute("max"), NumberStyles.Float, CultureInfo.InvariantCulture, out var most) && most > 0) hardest = most;
                }
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "trace")
                {
                    reader.Read();
                    continue;
                }
                // Moves on to what follows the trace, which may be the next one.
                var points = Trace(reader.ReadElementContentAsString(), channels.Count == 0 ? ["X", "Y"] : channels, path, limits, ref count, strokes.Count + 1);
                if (points.Length > 0) strokes.Add(new InkStroke(points));
            }
        }
        catch (XmlException)
        {
            throw Malformed(path);
        }
        return Eased(strokes.ToImmutable(), hardest);
    }

    private static ImmutableArray<InkStroke> Eased(ImmutableArray<InkStroke> strokes, double? hardest)
    {
        var most = hardest ?? Math.Max(1, strokes.SelectMany(stroke => stroke.Points).Max(point => point.Pressure) ?? 1);
        return most == 1 ? strokes : [.. strokes.Select(stroke => new InkStroke([.. stroke.Points.Select(point => point with { Pressure = point.Pressure / most })]))];
    }

    private static ImmutableArray<InkPoint> Trace(string text, List<string> channels, string path, InkLimits limits, ref int count, int strokes)
    {
        var points = ImmutableArray.CreateBuilder<InkPoint>();
        var value = new double[channels.Count];
        var velocity = new double[channels.Count];
        var order = new int[channels.Count];
        foreach (var packet in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            InkReader.Count(ref count, strokes, limits, path);
            var rest = packet.AsSpan();
            for (var channel = 0; channel < channels.Count && rest.Length > 0; channel++)
                Advance(ref rest, ref value[channel], ref velocity[channel], ref order[channel], path);
            points.Add(new InkPoint(
                InkReader.Coordinate(Channel(channels, value, "X") ?? throw Malformed(path), limits, path),
                InkReader.Coordinate(Channel(channels, value, "Y") ?? throw Malformed(path), limits, path),
                Channel(channels, value, "T"), Channel(channels, value, "F")));
        }
        return points.ToImmutable();
    }

    private static void Advance(ref ReadOnlySpan<char> rest, ref double value, ref double velocity, ref int order, string path)
    {
        rest = rest.TrimStart();
        if (rest.Length > 0 && rest[0] is '\'' or '"' or '!')
        {
            order = rest[0] switch { '\'' => 1, '"' => 2, _ => 0 };
            rest = rest[1..];
        }
        if (rest.Length > 0 && rest[0] == '*') { rest = rest[1..]; if (order > 0) value += velocity; return; }
        var end = rest.Length > 0 && rest[0] is '-' or '+' ? 1 : 0;
        while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or 'e' or 'E')) end++;
        if (!double.TryParse(rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw Malformed(path);
        rest = rest[end..];
        switch (order)
        {
            case 0: value = number; break;
            case 1: velocity = number; value += velocity; break;
            default: velocity += number; value += velocity; break;
        }
    }

    private static double? Channel(List<string> channels, double[] values, string name) => channels.IndexOf(name) is var at && at >= 0 ? values[at] : null;

    private static InkFormatException Malformed(string path) => new("ink-malformed", path, "InkML 笔迹无法读取。", "The InkML ink cannot be read.");
}
