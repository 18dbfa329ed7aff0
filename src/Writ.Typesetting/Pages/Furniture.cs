namespace Writ.Typesetting;

/// <summary>
/// Running heads and feet. They stand in the margins while these have room, and push the type area in when they have not. Measured
/// once per page shape; laid per page at the end, when page number and count are both known, so nothing is laid twice.
/// </summary>
internal sealed class Furniture(LayoutJob job)
{
    // Nothing is printed nearer to the paper's edge.
    private const double Clearance = 28.35;

    // Wide enough for any number the limits allow.
    private static readonly PageNumbers widest = new(8888, 8888);
    private readonly Dictionary<PageStyle, (double Head, double Foot)> reserved = [];

    /// <summary>How much of the type area head and foot need.</summary>
    internal (double Head, double Foot) Reserve(PageStyle page)
    {
        if (reserved.TryGetValue(page, out (double Head, double Foot) known))
            return known;
        double head = Need(job.Manuscript.PageHeader, page, page.Margin.Top);
        double foot = Need(job.Manuscript.PageFooter, page, page.Margin.Bottom);
        return reserved[page] = (head, foot);
    }

    internal void Paint(PageCanvas canvas, PageNumbers numbers, Func<int> fieldParent)
    {
        PageStyle page = canvas.Style;
        (double head, double foot) = Reserve(page);
        double bodyTop = page.Margin.Top + head;
        double bodyBottom = page.Height - page.Margin.Bottom - foot;
        if (job.Manuscript.PageHeader is { } header)
        {
            ComputedStyle style = job.Cascade.Of(header, job.RootStyle);
            StripStack stack = Lay(header, style, page, numbers, fieldParent);
            StripStack.Paint(canvas, stack.Pieces, 0, stack.Pieces.Count, page.Margin.Left, bodyTop - style.Margin.Bottom - stack.Height);
        }
        if (job.Manuscript.PageFooter is { } footer)
        {
            ComputedStyle style = job.Cascade.Of(footer, job.RootStyle);
            StripStack stack = Lay(footer, style, page, numbers, fieldParent);
            StripStack.Paint(canvas, stack.Pieces, 0, stack.Pieces.Count, page.Margin.Left, bodyBottom + style.Margin.Top);
        }
    }

    // What the margin cannot hold.
    private double Need(MarkupElement? element, PageStyle page, double margin) =>
        element is null ? 0 : Math.Max(0, Measure(element, page) - Math.Max(0, margin - Clearance));

    private double Measure(MarkupElement element, PageStyle page)
    {
        ComputedStyle style = job.Cascade.Of(element, job.RootStyle);
        double gap = element.Kind == ElementKind.PageHeader ? style.Margin.Bottom : style.Margin.Top;
        return Lay(element, style, page, widest, null).Height + gap;
    }

    private StripStack Lay(MarkupElement element, ComputedStyle style, PageStyle page, PageNumbers numbers, Func<int>? fieldParent)
    {
        StripStack stack = new();
        new BlockFlow(job, stack) { Numbers = numbers, FieldParent = fieldParent }.Blocks(element.Elements, style, new FlowBox(0, page.BodyWidth, -1));
        return stack;
    }
}
