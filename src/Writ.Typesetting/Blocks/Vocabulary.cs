using System.Collections.Frozen;

namespace Writ.Typesetting;

/// <summary>The closed markup as a table: which element may hold what, and which attributes it knows.</summary>
internal static class Vocabulary
{
    /// <summary>What an element may hold.</summary>
    internal enum Content
    {
        /// <summary>Nothing but white space.</summary>
        Empty,

        /// <summary>Text and inline elements.</summary>
        Inline,

        /// <summary>Block elements only.</summary>
        Blocks,

        /// <summary>Either blocks only, or text and inline elements only.</summary>
        Either,

        /// <summary>The elements named in <see cref="Entry.Only"/>.</summary>
        Named,
    }

    internal sealed record Entry(ElementKind Kind, string Name, Content Content, bool IsBlock, string[] Attributes, ElementKind[] Only);

    private static readonly Entry[] entries =
    [
        Root(ElementKind.Writ, "writ", Content.Blocks, "title", "lang", "edge-seal"),
        Root(ElementKind.PageHeader, "page-header", Content.Blocks),
        Root(ElementKind.PageFooter, "page-footer", Content.Blocks),
        Block(ElementKind.H1, "h1", Content.Inline),
        Block(ElementKind.H2, "h2", Content.Inline),
        Block(ElementKind.H3, "h3", Content.Inline),
        Block(ElementKind.P, "p", Content.Inline),
        Block(ElementKind.Div, "div", Content.Either),
        Block(ElementKind.Ul, "ul", Content.Named) with { Only = [ElementKind.Li] },
        Block(ElementKind.Ol, "ol", Content.Named, "type") with { Only = [ElementKind.Li] },
        Root(ElementKind.Li, "li", Content.Either),
        Block(ElementKind.Hr, "hr", Content.Empty),
        Block(ElementKind.Img, "img", Content.Empty, "src", "alt"),
        Block(ElementKind.Table, "table", Content.Named) with { Only = [ElementKind.Cols, ElementKind.THead, ElementKind.TBody, ElementKind.Tr] },
        Root(ElementKind.Cols, "cols", Content.Empty, "widths"),
        Root(ElementKind.THead, "thead", Content.Named) with { Only = [ElementKind.Tr] },
        Root(ElementKind.TBody, "tbody", Content.Named) with { Only = [ElementKind.Tr] },
        Root(ElementKind.Tr, "tr", Content.Named, "split") with { Only = [ElementKind.Th, ElementKind.Td] },
        Root(ElementKind.Th, "th", Content.Either, "colspan", "rowspan", "scope"),
        Root(ElementKind.Td, "td", Content.Either, "colspan", "rowspan"),
        Block(ElementKind.Turn, "turn", Content.Either, "who"),
        Block(ElementKind.Seal, "seal", Content.Named, "name") with { Only = [ElementKind.P] },
        Block(ElementKind.Rest, "rest", Content.Inline),
        Block(ElementKind.PageBreak, "page-break", Content.Empty),
        Block(ElementKind.Section, "section", Content.Blocks, "orientation"),
        Block(ElementKind.Copy, "copy", Content.Blocks, "label"),
        Block(ElementKind.Attachments, "attachments", Content.Named) with { Only = [ElementKind.Li] },
        Block(ElementKind.Keep, "keep", Content.Blocks),
        Inline(ElementKind.Span, "span", Content.Inline),
        Inline(ElementKind.B, "b", Content.Inline),
        Inline(ElementKind.U, "u", Content.Inline),
        Inline(ElementKind.Br, "br", Content.Empty),
        Inline(ElementKind.Fill, "fill", Content.Inline),
        Inline(ElementKind.Check, "check", Content.Empty, "on"),
        Inline(ElementKind.Slot, "slot", Content.Empty, "name", "part", "label"),
        Inline(ElementKind.PageNumber, "page-number", Content.Empty),
        Inline(ElementKind.PageCount, "page-count", Content.Empty),
        Inline(ElementKind.Qr, "qr", Content.Empty, "value", "alt"),
    ];

    private static readonly FrozenDictionary<string, Entry> byName = entries.ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);

    internal static IEnumerable<string> Names => entries.Select(entry => entry.Name);

    internal static Entry? Find(string name) => byName.GetValueOrDefault(name);

    internal static Entry Of(ElementKind kind) => entries[(int)kind];

    internal static string NameOf(ElementKind kind) => entries[(int)kind].Name;

    /// <summary>An image is a block among blocks and an inline among text.</summary>
    internal static bool IsInline(ElementKind kind) => kind >= ElementKind.Span || kind == ElementKind.Img;

    internal static bool IsBlock(ElementKind kind) => entries[(int)kind].IsBlock;

    private static Entry Root(ElementKind kind, string name, Content content, params string[] attributes) =>
        new(kind, name, content, false, [.. attributes, "class", "style"], []);

    private static Entry Block(ElementKind kind, string name, Content content, params string[] attributes) =>
        new(kind, name, content, true, [.. attributes, "class", "style"], []);

    private static Entry Inline(ElementKind kind, string name, Content content, params string[] attributes) =>
        new(kind, name, content, false, [.. attributes, "class", "style"], []);
}
