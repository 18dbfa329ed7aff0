using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Lays the whole writ: copy by copy, section by section, then heads, feet and numbers.</summary>
internal sealed class Composition
{
    private readonly LayoutJob job;
    private readonly Furniture furniture;
    private readonly PageBuilder builder;
    private readonly ImmutableArray<LayoutPage>.Builder pages = ImmutableArray.CreateBuilder<LayoutPage>();
    private readonly int document;
    private int fields = -1;

    internal Composition(LayoutJob job)
    {
        this.job = job;
        document = job.Tags.Add(TagRole.Document, -1, job.Manuscript.Root.Location, new TagAttributes { Language = job.Manuscript.Language });
        furniture = new Furniture(job);
        builder = new PageBuilder(job, furniture);
    }

    internal ImmutableArray<LayoutPage> Pages()
    {
        try
        {
            Copies();
        }
        catch (PageLimitReached)
        {
            job.Problems.Add("too-many-pages", job.Manuscript.Root.Location, $"文书超过 {job.Limits.Pages} 页的上限。", $"The writ needs more than {job.Limits.Pages} pages.");
        }
        return pages.ToImmutable();
    }

    private void Copies()
    {
        builder.Turn(job.Page);
        BlockFlow flow = new(job, builder);
        bool begun = false;
        foreach (MarkupElement element in job.Manuscript.Root.Elements)
        {
            if (element.Kind == ElementKind.Copy)
            {
                if (begun)
                    EndCopy(null);
                begun = false;
                Copy(element);
                flow = new BlockFlow(job, builder);
                continue;
            }
            begun |= element.Kind is not (ElementKind.PageHeader or ElementKind.PageFooter);
            Top(element, job.RootStyle, flow, document);
        }
        if (begun || pages.Count == 0)
            EndCopy(null);
    }

    private void Copy(MarkupElement element)
    {
        ComputedStyle style = job.Cascade.Of(element, job.RootStyle);
        int tag = job.Tags.Add(TagRole.Sect, document, element.Location, new TagAttributes { Title = element["label"] });
        BlockFlow flow = new(job, builder);
        foreach (MarkupElement child in element.Elements)
            Top(child, style, flow, tag);
        EndCopy(element);
    }

    private void Top(MarkupElement element, ComputedStyle parent, BlockFlow flow, int tag)
    {
        if (element.Kind != ElementKind.Section)
        {
            flow.Block(element, parent, new FlowBox(0, job.Page.BodyWidth, tag));
            return;
        }
        bool isLandscape = element["orientation"] == "landscape";
        PageStyle page = isLandscape == job.Page.IsLandscape ? job.Page : job.Page.Turned();
        builder.Turn(page);
        int section = job.Tags.Add(TagRole.Sect, tag, element.Location);
        flow.Block(element, parent, new FlowBox(0, page.BodyWidth, section));
        builder.Turn(job.Page);
    }

    private void EndCopy(MarkupElement? copy)
    {
        IReadOnlyList<PageCanvas> done = builder.EndCopy();
        foreach (PageCanvas canvas in done)
        {
            canvas.FillCounts(done.Count);
            int page = -1;
            furniture.Paint(canvas, new PageNumbers(canvas.PageNumber, done.Count), () => page = page >= 0 ? page : FieldPage());
            if (copy is not null)
                Label(copy, canvas);
        }
        if (job.Manuscript.EdgeSeal is { } seal)
            EdgeSeal.Place(seal, done);
        foreach (PageCanvas canvas in done)
            pages.Add(canvas.ToPage());
        builder.Turn(job.Page);
    }

    // The form fields of running feet are content: a Div a page, behind the text of the writ.
    private int FieldPage()
    {
        if (fields < 0)
            fields = job.Tags.Add(TagRole.Sect, document, job.Manuscript.Root.Location);
        return job.Tags.Add(TagRole.Div, fields, (job.Manuscript.PageFooter ?? job.Manuscript.Root).Location);
    }

    // 第一联 … stands at the upper right corner of every page of its copy.
    private void Label(MarkupElement copy, PageCanvas canvas)
    {
        ComputedStyle style = job.Cascade.Of(copy, job.RootStyle).Inherit();
        style.TextAlign = TextAlign.Right;
        style.TextIndent = 0;
        style.FontSize = 12;
        style.LetterSpacing = 0;
        MarkupText text = new(copy.Location, copy["label"]!, 0);
        double top = Math.Max(28.35, canvas.Style.Margin.Top / 2 - style.FontSize);
        foreach (TextLine line in job.Paragraphs.Set(new ParagraphRequest([text], style, -1, canvas.Style.BodyWidth, copy.Location)))
            line.Paint(canvas, canvas.Style.Margin.Left, top);
    }
}
