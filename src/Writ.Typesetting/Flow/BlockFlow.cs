namespace Writ.Typesetting;

/// <summary>Walks blocks in order and hands their strips to a sink, with the blank and the break rules between them.</summary>
internal sealed class BlockFlow(LayoutJob job, FlowSink sink)
{
    private double margin;
    private bool keepWithNext;
    private int together;
    private int framed;
    private bool togetherBegun;
    private HangingLabel? label;

    /// <summary>Page numbers where they are known (running heads and feet).</summary>
    internal PageNumbers? Numbers { get; init; }

    /// <summary>Where the form fields of running heads and feet are hung in the tag tree.</summary>
    internal Func<int>? FieldParent { get; init; }

    internal void Blocks(IEnumerable<MarkupElement> elements, ComputedStyle parent, FlowBox box)
    {
        foreach (MarkupElement element in elements)
            Block(element, parent, box);
    }

    /// <summary>The content of an element that holds either blocks or text (div, li, td …).</summary>
    internal void Content(MarkupElement element, ComputedStyle style, FlowBox box, TagRole textRole = TagRole.P)
    {
        bool isText = element.Children.Any(child => child is MarkupText || Vocabulary.IsInline(((MarkupElement)child).Kind));
        if (!isText)
        {
            Blocks(element.Elements, style, box);
            if (label is not null)
                FlushLabel(style, box);
            return;
        }
        Paragraph(element, element.Children, style, box, textRole);
    }

    internal void Block(MarkupElement element, ComputedStyle parent, FlowBox box)
    {
        job.Limits.Cancellation.ThrowIfCancellationRequested();
        ComputedStyle style = job.Cascade.Of(element, parent);
        if (style.Hidden || element.Kind is ElementKind.PageHeader or ElementKind.PageFooter)
            return;
        if (style.BreakBefore == BreakRule.Page || element.Kind == ElementKind.PageBreak)
            BreakPage();
        if (style.BreakBefore == BreakRule.Avoid)
            keepWithNext = true;
        margin = Math.Max(margin, style.Margin.Top);
        FlowBox inner = box with { Left = box.Left + style.Margin.Left, Width = Math.Max(1, box.Width - style.Margin.Left - style.Margin.Right) };
        bool keeps = style.KeepTogether || element.Kind == ElementKind.Keep;
        if (keeps)
            BeginTogether();
        Dispatch(element, style, inner);
        if (keeps)
            together--;
        margin = Math.Max(margin, style.Margin.Bottom);
        if (style.BreakAfter == BreakRule.Page)
            BreakPage();
        if (style.BreakAfter == BreakRule.Avoid)
            keepWithNext = true;
    }

    private void Dispatch(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        switch (element.Kind)
        {
            case ElementKind.H1 or ElementKind.H2 or ElementKind.H3:
                int level = element.Kind - ElementKind.H1 + 1;
                Framed(style, box, inner => Paragraph(element, element.Children, style, inner, box.Tag < 0 ? TagRole.P : job.Tags.Heading(level)));
                break;
            case ElementKind.P:
                Framed(style, box, inner => Paragraph(element, element.Children, style, inner, TagRole.P));
                break;
            case ElementKind.Div:
                FlowBox tagged = box with { Tag = NeedsDiv(element) ? job.Tags.Add(TagRole.Div, box.Tag, element.Location) : box.Tag };
                Framed(style, tagged, inner => Content(element, style, inner));
                break;
            case ElementKind.Keep or ElementKind.Section or ElementKind.Copy:
                Framed(style, box, inner => Blocks(element.Elements, style, inner));
                break;
            case ElementKind.Turn:
                Turn(element, style, box);
                break;
            case ElementKind.Ul or ElementKind.Ol:
                FlushLabel(style, box);
                new ListFlow(job, this).List(element, style, box);
                break;
            case ElementKind.Attachments:
                FlushLabel(style, box);
                new ListFlow(job, this).Attachments(element, style, box);
                break;
            case ElementKind.Table:
                FlushLabel(style, box);
                new TableFlow(job, this).Lay(element, style, box);
                break;
            case ElementKind.Hr:
                Emit(new RuleStrip(style.Width.Of(box.Width, box.Width), style.Border.Top) { Left = box.Left }, true);
                break;
            case ElementKind.Img:
                Image(element, style, box);
                break;
            case ElementKind.Seal:
                Seal(element, style, box);
                break;
            case ElementKind.Rest:
                Rest(element, style, box);
                break;
        }
    }

    /// <summary>Hands a strip on with the blank before it; a break may come before it unless something keeps it.</summary>
    internal void Emit(Strip strip, bool mayBreakBefore)
    {
        sink.Add(strip, margin, MayBreak(mayBreakBefore));
        margin = 0;
    }

    internal void SetLabel(HangingLabel hanging) => label = hanging;

    internal void BeginTogether()
    {
        if (together++ == 0)
            togetherBegun = false;
    }

    internal void EndTogether() => together--;

    internal void BeginHeader(IReadOnlyList<Strip> rows) => sink.BeginHeader(rows);

    internal void EndHeader() => sink.EndHeader();

    internal void Paragraph(MarkupElement element, IReadOnlyList<MarkupNode> nodes, ComputedStyle style, FlowBox box, TagRole role)
    {
        int tag = -1;
        bool isBlank = nodes.All(node => node is MarkupText text && string.IsNullOrWhiteSpace(text.Text));
        int slots = InlineCollector.CountSlots(nodes);
        int parent = box.Tag < 0 && slots > 0 && FieldParent is { } fieldParent ? fieldParent() : box.Tag;
        bool isOwner = role is TagRole.TH or TagRole.TD or TagRole.LBody;
        if (parent >= 0 && (!isBlank || label is not null))
            tag = isOwner && slots == 0 ? parent : job.Tags.Add(slots > 1 ? TagRole.Div : isOwner ? TagRole.P : role, parent, element.Location);
        HangingLabel? own = label is { Tag: -1 } ? label with { Tag = tag } : label;
        label = null;
        ParagraphRequest request = new(nodes, style, tag, box.Width, element.Location)
        {
            FirstIndent = style.Indent,
            Label = own,
            Numbers = Numbers,
            IsTitle = element.Kind is ElementKind.H1 && style.TextAlign == TextAlign.Center,
        };
        Lines(job.Paragraphs.Set(request), style, box);
    }

    /// <summary>Surrounds blocks with the style's padding and borders.</summary>
    internal void Framed(ComputedStyle style, FlowBox box, Action<FlowBox> content)
    {
        if (!style.HasBox)
        {
            content(box);
            return;
        }
        BoxFrame frame = new(box.Left, box.Width, style.Padding, style.Border);
        sink.Open(frame, margin, MayBreak(true));
        margin = 0;
        keepWithNext = true;
        double left = style.Padding.Left + style.Border.Left.Width;
        double right = style.Padding.Right + style.Border.Right.Width;
        // Inside a frame lines follow its edge, not the page's grid.
        bool leavesGrid = frame.TopHeight > 0 || frame.BottomHeight > 0;
        framed += leavesGrid ? 1 : 0;
        content(box with { Left = box.Left + left, Width = Math.Max(1, box.Width - left - right) });
        framed -= leavesGrid ? 1 : 0;
        sink.Close(frame);
        margin = 0;
    }

    private static bool NeedsDiv(MarkupElement element) => element.Children.Count > 0 && element.Children[0] is MarkupElement first && Vocabulary.IsBlock(first.Kind);

    private void Lines(TextLine[] lines, ComputedStyle style, FlowBox box)
    {
        double pitch = style.Grid && framed == 0 && Math.Abs(style.LinePitch - job.RootStyle.LinePitch) < LineMeasure.Tolerance ? style.LinePitch : 0;
        for (int index = 0; index < lines.Length; index++)
        {
            bool mayBreak = index == 0 || (index >= style.Orphans && lines.Length - index >= style.Widows);
            Emit(new LineStrip(lines[index]) { Left = box.Left, GridPitch = pitch }, mayBreak);
        }
    }

    private bool MayBreak(bool asked)
    {
        bool may = asked && !keepWithNext && !(together > 0 && togetherBegun);
        keepWithNext = false;
        togetherBegun |= together > 0;
        return may;
    }

    private void BreakPage()
    {
        if (together > 0)
            return;
        sink.BreakPage();
        margin = 0;
        keepWithNext = false;
    }

    // A label whose block turned out not to be a paragraph stands on a line of its own.
    private void FlushLabel(ComputedStyle style, FlowBox box)
    {
        if (label is not { } own)
            return;
        label = null;
        if (own.Tag < 0)
            own = own with { Tag = job.Tags.Add(TagRole.P, box.Tag, own.Location) };
        Lines(job.Paragraphs.Set(new ParagraphRequest([], style, own.Tag, box.Width, own.Location) { Label = own }), style, box);
        keepWithNext = true;
    }

    // 问 and 答: the word hangs in a column of its own, what is said stands beside it.
    private void Turn(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        double hang = style.Padding.Left;
        HangingLabel spoken = new($"{element["who"]}：", hang, -1, element.Location);
        bool isText = !element.Elements.Any(child => Vocabulary.IsBlock(child.Kind));
        if (isText)
        {
            label = spoken;
            Paragraph(element, element.Children, style, box, TagRole.P);
            return;
        }
        int tag = job.Tags.Add(TagRole.Div, box.Tag, element.Location);
        bool isFirst = true;
        foreach (MarkupElement child in element.Elements)
        {
            if (isFirst)
                label = spoken;
            FlowBox inner = isFirst ? box with { Tag = tag } : new FlowBox(box.Left + hang, Math.Max(1, box.Width - hang), tag);
            Block(child, style, inner);
            isFirst = false;
        }
    }

    private void Image(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        FlushLabel(style, box);
        if (job.Images.Place(element, style, box.Width, job.MaxImageHeight) is not { } image)
            return;
        int tag = job.Tags.Add(TagRole.Figure, box.Tag, element.Location, new TagAttributes { Alternate = element["alt"] });
        double spare = box.Width - image.Width;
        double left = style.TextAlign switch { TextAlign.Center => spare / 2, TextAlign.Right => spare, _ => 0 };
        Emit(new PictureStrip(image, tag) { Left = box.Left + left }, true);
    }

    // GB/T 9704-2012, 7.3.5.1: the date ends four characters from the right, the name is centred over it, and neither may stand on a
    // page that holds nothing else: the lines stay with the text before them.
    private void Seal(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        int group = job.Tags.Add(TagRole.Div, box.Tag, element.Location);
        List<TextLine> lines = [];
        double widest = 0;
        double last = 0;
        double em = style.FontSize;
        foreach (MarkupElement child in element.Elements)
        {
            ComputedStyle childStyle = job.Cascade.Of(child, style);
            if (childStyle.Hidden)
                continue;
            em = childStyle.FontSize;
            int tag = job.Tags.Add(TagRole.P, group, child.Location);
            foreach (TextLine line in job.Paragraphs.Set(new ParagraphRequest(child.Children, Flush(childStyle), tag, box.Width, child.Location)))
            {
                lines.Add(line);
                last = line.Right;
                widest = Math.Max(widest, line.Right);
            }
        }
        if (lines.Count == 0)
            lines.Add(new TextLine(style.LinePitch, em, 0, [], [], []));
        double diameterX = style.Width.Of(box.Width, 119.055);
        double diameterY = style.Height.Of(diameterX, diameterX);
        double axis = Math.Min(box.Width - 4 * em - last / 2, box.Width - Math.Max(widest, diameterX) / 2);
        axis = Math.Max(axis, widest / 2);
        int form = job.Tags.Add(TagRole.Form, group, element.Location, new TagAttributes { Alternate = "印章" });
        bool onGrid = style.Grid;
        SealStrip strip = new(element["name"]!, [.. lines], axis, diameterX, diameterY, form) { Left = box.Left, GridPitch = onGrid ? job.RootStyle.LinePitch : 0 };
        keepWithNext = true;
        margin = Math.Max(margin, strip.Above);
        Emit(strip, false);
        margin = strip.Beneath;
    }

    private static ComputedStyle Flush(ComputedStyle style)
    {
        if (style.TextAlign == TextAlign.Left && style.Indent == 0)
            return style;
        ComputedStyle flush = style.Inherit();
        flush.TextAlign = TextAlign.Left;
        flush.TextIndent = 0;
        return flush;
    }

    private void Rest(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        int tag = element.Children.Count > 0 ? job.Tags.Add(TagRole.P, box.Tag, element.Location) : -1;
        TextLine[] lines = element.Children.Count == 0 ? [] : job.Paragraphs.Set(new ParagraphRequest(element.Children, style, tag, box.Width, element.Location) { FirstIndent = style.Indent });
        if (!sink.Fill(new RestStrip(lines, box.Width, style.LinePitch) { Left = box.Left }, margin, MayBreak(true)) && tag >= 0)
            job.Tags.Withdraw(tag);
        margin = 0;
    }
}
