using System.Text;

namespace Writ.Typesetting;

/// <summary>The clusters of one paragraph, their spans and their text. One buffer is filled again for every paragraph.</summary>
internal sealed class InlineBuffer
{
    private Cluster[] clusters = new Cluster[512];

    internal List<InlineSpan> Spans { get; } = [];

    internal StringBuilder Text { get; } = new();

    internal int Count { get; private set; }

    /// <summary>Some of the paragraph is underlined or struck through.</summary>
    internal bool HasRules { get; private set; }

    internal Span<Cluster> Clusters => clusters.AsSpan(0, Count);

    internal void Clear()
    {
        Array.Clear(clusters, 0, Count);
        Count = 0;
        HasRules = false;
        Spans.Clear();
        Text.Clear();
    }

    /// <summary>The span of this style and tag: the last one when it is the same.</summary>
    internal int SpanOf(ComputedStyle style, int tag)
    {
        int last = Spans.Count - 1;
        if (last >= 0 && ReferenceEquals(Spans[last].Style, style) && Spans[last].Tag == tag)
            return last;
        HasRules |= style.Underline || style.LineThrough;
        Spans.Add(new InlineSpan(style, tag));
        return last + 1;
    }

    internal ref Cluster Add()
    {
        if (Count == clusters.Length)
            Array.Resize(ref clusters, Count * 2);
        return ref clusters[Count++];
    }
}
