using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>
/// What a hand wrote: strokes in the capturing device's own units, y downwards, or a picture where the device gives no strokes.
/// Evidence of the act; the visible appearance is drawn from it.
/// </summary>
/// <param name="Strokes">In the order of writing; empty when the ink is a picture.</param>
/// <param name="Picture">PNG bytes with alpha, or empty.</param>
/// <param name="Format">The format it arrived in: <c>signature_pad</c>, <c>inkml</c>, <c>svg-path</c>, <c>png</c>.</param>
public sealed record Ink(ImmutableArray<InkStroke> Strokes, ReadOnlyMemory<byte> Picture, string Format)
{
    /// <summary>The smallest box around all points, as left, top, right, bottom.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds()
    {
        double left = double.MaxValue, top = double.MaxValue, right = double.MinValue, bottom = double.MinValue;
        foreach (var stroke in Strokes)
        {
            foreach (var point in stroke.Points)
            {
                left = Math.Min(left, point.X);
                right = Math.Max(right, point.X);
                top = Math.Min(top, point.Y);
                bottom = Math.Max(bottom, point.Y);
            }
        }
        return (left, top, right, bottom);
    }
}
