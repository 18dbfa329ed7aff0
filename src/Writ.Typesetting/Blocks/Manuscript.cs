namespace Writ.Typesetting;

/// <summary>文稿: the structured text a script yields, read and checked against the closed markup, before layout. Immutable once read.</summary>
public sealed class Manuscript
{
    private Manuscript(string source, MarkupElement root)
    {
        Source = source;
        Root = root;
        Title = root["title"] is { Length: > 0 } title
            ? title
            : throw new ManuscriptException(root.Location, "title-missing", "<writ> 应有 title 属性。", "<writ> needs the attribute title.");
        Language = root["lang"] is { Length: > 0 } language ? language : "zh-CN";
        EdgeSeal = root["edge-seal"] is { Length: > 0 } seal ? seal : null;
        foreach (MarkupElement child in root.Elements)
        {
            if (child.Kind == ElementKind.PageHeader)
                PageHeader = Only(PageHeader, child);
            else if (child.Kind == ElementKind.PageFooter)
                PageFooter = Only(PageFooter, child);
        }
    }

    public string Title { get; }

    public string Language { get; }

    /// <summary>The seal whose impression is split over all page edges (骑缝章), or null.</summary>
    public string? EdgeSeal { get; }

    internal string Source { get; }

    internal MarkupElement Root { get; }

    internal MarkupElement? PageHeader { get; }

    internal MarkupElement? PageFooter { get; }

    /// <exception cref="ManuscriptException">Anything the closed markup does not know, with line and column.</exception>
    public static Manuscript Read(string markup) => Read(markup, LayoutLimits.Default);

    /// <inheritdoc cref="Read(string)"/>
    public static Manuscript Read(string markup, LayoutLimits limits)
    {
        ArgumentNullException.ThrowIfNull(markup);
        ArgumentNullException.ThrowIfNull(limits);
        MarkupElement root = new MarkupReader(markup, limits).ReadRoot();
        MarkupGrammar.Check(root);
        return new Manuscript(markup, root);
    }

    /// <summary>Where the unit <paramref name="index"/> of a text node stands in the source, references counted by their source length.</summary>
    internal ManuscriptLocation LocationIn(MarkupText text, int index)
    {
        int offset = text.Location.Offset;
        int line = text.Location.Line;
        int column = text.Location.Column;
        for (int unit = 0; unit < index && offset < Source.Length; unit++)
        {
            int next = Source[offset] == '&' ? Source.IndexOf(';', offset) + 1 : offset + 1;
            bool isSupplementary = Source[offset] == '&' && char.IsHighSurrogate(text.Text[unit]);
            if (Source[offset] == '\n')
            {
                line++;
                column = 1;
            }
            else
            {
                column += next - offset;
            }
            offset = next;
            if (isSupplementary)
                unit++;
        }
        return new ManuscriptLocation(offset, line, column);
    }

    private static MarkupElement Only(MarkupElement? earlier, MarkupElement element) => earlier is null
        ? element
        : throw new ManuscriptException(element.Location, "repeated-element", $"<{element.Name}> 只能有一个。", $"There may be only one <{element.Name}>.");
}
