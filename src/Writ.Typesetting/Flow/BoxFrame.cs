namespace Writ.Typesetting;

/// <summary>Padding and borders around blocks; on every page it spans, its sides are drawn and its ends only where it begins and ends.</summary>
internal sealed class BoxFrame(double left, double width, Sides<double> padding, Sides<Border> border)
{
    internal double TopHeight => padding.Top + border.Top.Width;

    internal double BottomHeight => padding.Bottom + border.Bottom.Width;

    internal void Paint(PageCanvas canvas, double x, double top, double bottom, bool begins, bool ends)
    {
        double x1 = x + left;
        double x2 = x1 + width;
        if (begins)
            Edge(canvas, border.Top, x1, top, x2, top);
        Edge(canvas, border.Right, x2, top, x2, bottom);
        if (ends)
            Edge(canvas, border.Bottom, x1, bottom, x2, bottom);
        Edge(canvas, border.Left, x1, top, x1, bottom);
    }

    private static void Edge(PageCanvas canvas, Border edge, double x1, double y1, double x2, double y2)
    {
        if (edge.Width > 0)
            canvas.Rule(x1, y1, x2, y2, edge.Width, edge.Color);
    }
}
