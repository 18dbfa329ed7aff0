namespace Writ.Typesetting;

/// <summary>Takes the strips of a flow in order: a page builder, or a list when they belong to a cell or to a running head.</summary>
internal abstract class FlowSink
{
    /// <param name="space">Blank before it, dropped at the top of a page.</param>
    internal abstract void Add(Strip strip, double space, bool mayBreakBefore);

    internal abstract void Open(BoxFrame frame, double space, bool mayBreakBefore);

    internal abstract void Close(BoxFrame frame);

    internal virtual void BreakPage()
    {
    }

    /// <summary>From here to <see cref="EndHeader"/> these rows are repeated at the top of every new page.</summary>
    internal virtual void BeginHeader(IReadOnlyList<Strip> rows)
    {
    }

    internal virtual void EndHeader()
    {
    }

    /// <summary>Adds what fills its page to the end. A page that has no room for it is full already: nothing is added then, and false comes back.</summary>
    internal abstract bool Fill(Strip strip, double space, bool mayBreakBefore);
}
