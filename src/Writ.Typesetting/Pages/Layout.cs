using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>
/// 版面: pages with everything at a fixed point, plus the tag tree. Immutable. <see cref="Structure"/>[0] is the Document node, and a node's
/// index is its place in the array. A node that has child nodes has no items of its own, so the children's order is the reading order.
/// </summary>
public sealed record Layout(ImmutableArray<LayoutPage> Pages, ImmutableArray<TagNode> Structure, string Title, string Language)
{
    /// <summary>The layout as stable text: one line an item, then the tag tree.</summary>
    public string Dump() => LayoutDump.Of(this);
}
