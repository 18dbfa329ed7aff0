using System.Collections.Immutable;
using System.Text.Json;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>
/// Reads ink as tablets and pages send it: <c>{"format":"signature_pad"|"inkml"|"svg-path"|"png","data":…}</c>.
/// Refuses what is too large, malformed, or no signature (empty, a dot).
/// </summary>
internal static class InkReader
{
    public static Ink? Read(JsonElement value, string path, InkLimits limits, List<Problem> problems)
    {
        try
        {
            var ink = Parse(value, path, limits);
            Demand(ink, path, limits);
            return ink;
        }
        catch (InkFormatException fault)
        {
            problems.Add(fault.Problem);
            return null;
        }
    }

    private static Ink Parse(JsonElement value, string path, InkLimits limits)
    {
        if (value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String
            || !value.TryGetProperty("data", out var data))
            throw new InkFormatException("ink-malformed", path, "笔迹应为含 format 与 data 的对象。", "Ink is an object with format and data.");
        if (data.GetRawText().Length > limits.Size)
            throw new InkFormatException("ink-too-large", path + ".data", $"笔迹数据超过 {limits.Size} 字节。", $"The ink is larger than {limits.Size} bytes.");
        return format.GetString() switch
        {
            "signature_pad" => new Ink(SignaturePad.Read(data, path + ".data", limits), default, "signature_pad"),
            "inkml" => new Ink(InkMarkup.Read(Text(data, path), path + ".data", limits), default, "inkml"),
            "svg-path" => new Ink(SvgPath.Read(Text(data, path), path + ".data", limits), default, "svg-path"),
            "png" => new Ink([], PngPicture(Text(data, path), path, limits), "png"),
            _ => throw new InkFormatException("ink-format-unknown", path + ".format", "笔迹格式应为 signature_pad、inkml、svg-path 或 png。", "The ink format is signature_pad, inkml, svg-path or png."),
        };
    }

    private static void Demand(Ink ink, string path, InkLimits limits)
    {
        if (ink.Format == "png") return;
        var points = ink.Strokes.Sum(stroke => stroke.Points.Length);
        if (points == 0) throw new InkFormatException("ink-empty", path, "没有笔迹：空白不是签名。", "There is no ink: a blank is no signature.");
        var (left, top, right, bottom) = ink.Bounds();
        var extent = Math.Max(right - left, bottom - top);
        var way = ink.Strokes.Sum(stroke => stroke.Length());
        if (points < limits.LeastPoints || extent < limits.LeastExtent || way < extent * limits.LeastWay)
            throw new InkFormatException("ink-too-little", path, "笔迹只是一个点，不能作为签名。", "The ink is a mere dot, no signature.");
    }

    private static void Demand(PictureMarks marks, string path, InkLimits limits)
    {
        if (marks.Dark is null or 0) throw new InkFormatException("ink-empty", path, "没有笔迹：空白不是签名。", "There is no ink: a blank is no signature.");
        var (longer, shorter) = (Math.Max(marks.DarkWidth, marks.DarkHeight), Math.Min(marks.DarkWidth, marks.DarkHeight));
        // A stroke may fill its box where it is level; a blot fills one in which a name has room.
        var isBlot = marks.Dark > limits.FullestPicture * longer * shorter && shorter * limits.ThinnestStroke > longer;
        if (longer < limits.LeastExtent || longer < limits.LeastShare * Math.Max(marks.Width, marks.Height) || isBlot)
            throw new InkFormatException("ink-too-little", path, "笔迹只是一个点或者一块墨迹，不能作为签名。", "The ink is a mere dot or blot, no signature.");
    }

    private static string Text(JsonElement data, string path) => data.ValueKind == JsonValueKind.String
        ? data.GetString()!
        : throw new InkFormatException("ink-malformed", path + ".data", "该格式的笔迹数据应为文本。", "Ink of this format is text.");

    private static ReadOnlyMemory<byte> PngPicture(string base64, string path, InkLimits limits)
    {
        var bytes = new byte[base64.Length];
        ReadOnlySpan<byte> signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        if (!Convert.TryFromBase64String(base64, bytes, out var count) || !bytes.AsSpan(0, count).StartsWith(signature))
            throw new InkFormatException("ink-malformed", path + ".data", "图片笔迹应为 Base64 编码的 PNG。", "A picture of ink is a PNG in base64.");
        if (PictureReader.Read(bytes.AsMemory(0, count)) is not { } marks)
            throw new InkFormatException("picture-unreadable", path, "图片无法读取，或者过大；应为 PNG。", "The picture cannot be read or is too large; PNG is expected.");
        Demand(marks, path, limits);
        return bytes.AsMemory(0, count);
    }

    /// <summary>Keeps count while a format is being read.</summary>
    internal static void Count(ref int points, int strokes, InkLimits limits, string path)
    {
        points++;
        if (points > limits.Points) throw new InkFormatException("ink-too-large", path, $"笔迹超过 {limits.Points} 个点。", $"The ink has more than {limits.Points} points.");
        if (strokes > limits.Strokes) throw new InkFormatException("ink-too-large", path, $"笔迹超过 {limits.Strokes} 笔。", $"The ink has more than {limits.Strokes} strokes.");
    }

    internal static double Coordinate(double value, InkLimits limits, string path) => double.IsFinite(value) && Math.Abs(value) <= limits.LargestCoordinate
        ? value
        : throw new InkFormatException("ink-malformed", path, "笔迹坐标超出范围。", "A coordinate of the ink is out of range.");
}
