using System.Text;

namespace Writ.Typesetting;

/// <summary>The clusters of one paragraph, their spans and their text. One buffer is filled again for every paragraph.</summary>
internal sealed class InlineBuffer
{
    private Cluster[] clusters = new Cluster[512];

    internal List<InlineSpan> Spans { get; } = [];

    internal StringBuilder Text { get; } = new();

    internal int Count { get; private set; }

    internal Span<Cluster> Clusters => clusters.AsSpan(0, Count);

    internal void Clear()
    {
        Array.Clear(clusters, 0, Count);
        Count = 0;
        Spans.Clear();
        Text.Clear();
    }

    internal ref Cluster Add()
    {
        if (Count == clusters.Length)
            Array.Resize(ref clusters, Count * 2);
        return ref clusters[Count++];
    }
}
