namespace Writ.Pdf;

/// <summary>Predictor functions of Flate and LZW data (ISO 32000-2, 7.4.4.4).</summary>
internal static class Predictor
{
    private const int WidestLine = 1 << 24;

    public static byte[] Undo(byte[] data, PdfDictionary? parameters)
    {
        var predictor = parameters?.Integer("Predictor") ?? 1;
        if (predictor == 1) return data;
        var colors = Bounded(parameters!, "Colors", 1, 1, 32);
        var depth = Bounded(parameters!, "BitsPerComponent", 8, 1, 16);
        var columns = Bounded(parameters!, "Columns", 1, 1, WidestLine);
        var step = Math.Max(1, colors * depth / 8);
        var width = (((long)colors * depth * columns) + 7) / 8;
        if (width > WidestLine) throw Lexer.Fault(-1, "7.4.4.4", "A predicted line is too wide");
        return predictor switch
        {
            2 => Tiff(data, (int)width, step, depth),
            >= 10 and <= 15 => Png(data, (int)width, step),
            _ => throw Lexer.Fault(-1, "7.4.4.4", "The predictor is not defined"),
        };
    }

    // Each line begins with the number of its own filter; a last line that is cut off counts as far as it goes.
    private static byte[] Png(byte[] data, int width, int step)
    {
        var lines = (data.Length + width) / (width + 1);
        var output = new byte[data.Length - lines];
        ReadOnlySpan<byte> above = new byte[width];
        for (var (from, to) = (0, 0); from < data.Length; from += width + 1, to += width)
        {
            var length = Math.Min(width, data.Length - from - 1);
            var line = output.AsSpan(to, length);
            data.AsSpan(from + 1, length).CopyTo(line);
            if (data[from] > 4) throw Lexer.Fault(-1, "7.4.4.4", "A line has an unknown filter");
            PngFilter.Undo(data[from], line, above, step);
            above = line;
        }
        return output;
    }

    // TIFF 6.0, section 14, for whole bytes; other depths do not occur in cross-reference or object streams.
    private static byte[] Tiff(byte[] data, int width, int step, int depth)
    {
        if (depth != 8) throw Lexer.Fault(-1, "7.4.4.4", "The TIFF predictor is read for eight bits only");
        for (var line = 0; line < data.Length; line += width)
            for (var i = line + step; i < Math.Min(line + width, data.Length); i++) data[i] = unchecked((byte)(data[i] + data[i - step]));
        return data;
    }

    private static int Bounded(PdfDictionary parameters, string key, int usual, int least, int most)
    {
        var value = parameters.Integer(key) ?? usual;
        return value >= least && value <= most ? (int)value : throw Lexer.Fault(-1, "7.4.4.4", $"/{key} is out of range");
    }
}
