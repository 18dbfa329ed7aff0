namespace Writ.Typesetting;

/// <summary>The mark of an unnumbered list item, drawn: not every face has •.</summary>
internal sealed class BulletBox(double em, Tint color, int tag) : InlineObject(em / 2, 0, tag)
{
    // Four cubic arcs make a circle: the control points stand 0.5523 of the radius off.
    private const double Arc = 0.5523;
    private const double Radius = 0.14;

    internal override void Paint(PageCanvas canvas, double x, double emTop, double size)
    {
        double r = Radius * em;
        double k = Arc * r;
        double cx = x + Width / 2;
        double cy = emTop + size / 2;
        canvas.Shape(
            [
                new(PathVerb.Move, cx + r, cy),
                new(PathVerb.Curve, cx, cy + r, cx + r, cy + k, cx + k, cy + r),
                new(PathVerb.Curve, cx - r, cy, cx - k, cy + r, cx - r, cy + k),
                new(PathVerb.Curve, cx, cy - r, cx - r, cy - k, cx - k, cy - r),
                new(PathVerb.Curve, cx + r, cy, cx + k, cy - r, cx + r, cy - k),
                new(PathVerb.Close, 0, 0),
            ],
            color, null, 0, Tag);
    }
}
