using System.Collections.Immutable;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>Point groups as the signature_pad library gives them: <c>[{"points":[{"x","y","time","pressure"}]}]</c>, or bare arrays of points.</summary>
internal static class SignaturePad
{
    public static ImmutableArray<InkStroke> Read(JsonElement data, string path, InkLimits limits)
    {
        if (data.ValueKind != JsonValueKind.Array) throw Malformed(path);
        var strokes = ImmutableArray.CreateBuilder<InkStroke>();
        var count = 0;
        foreach (var group in data.EnumerateArray())
        {
            var at = $"{path}[{strokes.Count}]";
            var list = group.ValueKind == JsonValueKind.Object && group.TryGetProperty("points", out var inner) ? inner : group;
            if (list.ValueKind != JsonValueKind.Array) throw Malformed(at);
            var points = ImmutableArray.CreateBuilder<InkPoint>();
            foreach (var point in list.EnumerateArray())
            {
                InkReader.Count(ref count, strokes.Count + 1, limits, at);
                points.Add(new InkPoint(Required(point, "x", limits, at), Required(point, "y", limits, at), Optional(point, "time"), Optional(point, "pressure")));
            }
            if (points.Count > 0) strokes.Add(new InkStroke(points.ToImmutable()));
        }
        return strokes.ToImmutable();
    }

    private static double Required(JsonElement point, string name, InkLimits limits, string path) =>
        point.ValueKind == JsonValueKind.Object && point.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? InkReader.Coordinate(number, limits, path)
            : throw Malformed(path);

    private static double? Optional(JsonElement point, string name) =>
        point.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private static InkFormatException Malformed(string path) =>
        new("ink-malformed", path, "signature_pad 笔迹应为点组数组。", "Ink of signature_pad is an array of point groups.");
}
