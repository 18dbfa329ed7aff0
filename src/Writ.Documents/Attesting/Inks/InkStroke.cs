using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>One movement of the pen from down to up.</summary>
public sealed record InkStroke(ImmutableArray<InkPoint> Points)
{
    /// <summary>The way the pen went, in device units.</summary>
    public double Length()
    {
        var length = 0.0;
        for (var i = 1; i < Points.Length; i++)
            length += Math.Sqrt(Math.Pow(Points[i].X - Points[i - 1].X, 2) + Math.Pow(Points[i].Y - Points[i - 1].Y, 2));
        return length;
    }
}
