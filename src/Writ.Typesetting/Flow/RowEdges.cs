namespace Writ.Typesetting;

/// <summary>
/// The edges of one row, collapsed with its neighbours': above and below per column, upright per column boundary. <see cref="Below"/> is
/// empty under a cell that goes on; <see cref="Closing"/> is what stands there when a page ends.
/// </summary>
internal sealed record RowEdges(double[] Boundaries, Border[] Above, Border[] Below, Border[] Closing, Border[] Upright)
{
    internal void Paint(PageCanvas canvas, double x, double top, double bottom, bool withTop)
    {
        if (withTop)
            Across(canvas, x, top, Above);
        for (int index = 0; index < Upright.Length; index++)
            if (Upright[index].Width > 0)
                canvas.Rule(x + Boundaries[index], top, x + Boundaries[index], bottom, Upright[index].Width, Upright[index].Color);
        Across(canvas, x, bottom, Below);
    }

    /// <summary>Closes the columns that go on below; the others have their edge already.</summary>
    internal void CloseOff(PageCanvas canvas, double x, double bottom)
    {
        Border[] open = new Border[Closing.Length];
        for (int index = 0; index < open.Length; index++)
            open[index] = Below[index].Width > 0 ? Border.None : Closing[index];
        Across(canvas, x, bottom, open);
    }

    // Neighbouring columns with the same edge are one stroke, which reaches over the corners.
    private void Across(PageCanvas canvas, double x, double y, Border[] edges)
    {
        int start = 0;
        while (start < edges.Length)
        {
            int end = start + 1;
            while (end < edges.Length && edges[end] == edges[start])
                end++;
            if (edges[start].Width > 0)
            {
                double half = edges[start].Width / 2;
                canvas.Rule(x + Boundaries[start] - half, y, x + Boundaries[end] + half, y, edges[start].Width, edges[start].Color);
            }
            start = end;
        }
    }
}
