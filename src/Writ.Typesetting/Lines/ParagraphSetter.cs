namespace Writ.Typesetting;

/// <summary>Sets one paragraph: collect, mark breaks, space, break, finish. The steps are the files of this folder.</summary>
internal sealed class ParagraphSetter
{
    private readonly InlineBuffer buffer = new();
    private readonly List<LineRange> ranges = [];
    private readonly InlineCollector collector;
    private readonly LineFinisher finisher;

    internal ParagraphSetter(LayoutJob job)
    {
        collector = new InlineCollector(job, buffer);
        finisher = new LineFinisher(buffer);
    }

    /// <summary>At least one line; an empty paragraph is one blank line.</summary>
    internal TextLine[] Set(in ParagraphRequest request)
    {
        ComputedStyle style = request.Style;
        collector.Begin(request.Tag, request.Width, request.Location, request.Nodes, request.Numbers);
        double hang = AddLabel(request);
        collector.Collect(request.Nodes, style);
        Span<Cluster> clusters = buffer.Clusters;
        if (clusters.Length == 0)
            return [new TextLine(style.LinePitch, style.FontSize, 0, [], [], [])];
        BreakRules.Mark(clusters);
        Spacing.Set(clusters, buffer.Spans);
        double indent = request.Label is null && style.TextAlign is TextAlign.Justify or TextAlign.Left ? Math.Min(request.FirstIndent, request.Width / 2) : 0;
        ranges.Clear();
        LineBreaker.Break(clusters, request.Width - indent, request.Width - hang, style.Hanging, ranges);
        if (request.IsTitle && ranges.Count > 1)
            TitleBreaker.Rebreak(clusters, request.Width, ranges);
        TextLine[] lines = new TextLine[ranges.Count];
        for (int index = 0; index < lines.Length; index++)
        {
            double left = index == 0 ? indent : hang;
            lines[index] = finisher.Finish(ranges[index], left, request.Width - left, index == 0, style);
        }
        return lines;
    }

    private double AddLabel(in ParagraphRequest request)
    {
        if (request.Label is not { } label)
            return 0;
        if (label.Text is { } text)
            collector.AddLabel(text, request.Style, label.Location, label.Tag);
        else
            collector.AddBullet(request.Style, label.Tag);
        double width = LineMeasure.Natural(buffer.Clusters, 0, buffer.Count, isFirstLine: true);
        double hang = Math.Min(label.Hang, request.Width / 2);
        if (width < hang - LineMeasure.Tolerance)
            collector.AddBlank(hang - width, request.Style);
        return hang;
    }
}
