namespace Writ.Typesetting;

/// <summary>
/// Fills pages with strips, in one pass: what may not be parted waits together until a break is allowed, then goes on this page or the
/// next. A page once full is not touched again.
/// </summary>
internal sealed class PageBuilder(LayoutJob job, Furniture furniture) : FlowSink
{
    private const double Tolerance = 0.01;
    private readonly List<PageEntry> waiting = [];
    private readonly List<PageCanvas> pages = [];
    private readonly List<(BoxFrame Frame, double Top, bool Begins)> frames = [];
    private IReadOnlyList<Strip> header = [];
    private IReadOnlyList<Strip> nextHeader = [];
    private PageStyle style = job.Page;
    private PageCanvas? canvas;
    private Strip? lastStrip;
    private double top;
    private double bottom;
    private double y;
    private bool isFull;
    private bool isFresh = true;

    /// <summary>Pages before the copy in hand, in the whole layout.</summary>
    internal int Offset { get; set; }

    internal IReadOnlyList<PageCanvas> Pages => pages;

    internal override void Add(Strip strip, double space, bool mayBreakBefore)
    {
        if (mayBreakBefore)
            Settle();
        waiting.Add(new PageEntry(strip, null, false, space));
    }

    internal override void Open(BoxFrame frame, double space, bool mayBreakBefore)
    {
        if (mayBreakBefore)
            Settle();
        waiting.Add(new PageEntry(null, frame, true, space));
    }

    internal override void Close(BoxFrame frame) => waiting.Add(new PageEntry(null, frame, false, 0));

    internal override void BreakPage()
    {
        Settle();
        if (!isFresh)
            EndPage();
    }

    internal override bool Fill(Strip strip, double space, bool mayBreakBefore)
    {
        if (mayBreakBefore)
            Settle();
        bool hasRoom = waiting.Count > 0 || isFresh || isFull || PlaceOf(strip, space) + strip.Height <= bottom + Tolerance;
        if (hasRoom)
            waiting.Add(new PageEntry(strip, null, false, space));
        Settle();
        isFull = true;
        return hasRoom;
    }

    // The header's own rows wait with the first row below them; it counts as repeated only once they stand.
    internal override void BeginHeader(IReadOnlyList<Strip> rows) => nextHeader = rows;

    internal override void EndHeader()
    {
        Settle();
        header = [];
        nextHeader = [];
    }

    /// <summary>Begins a page of another shape.</summary>
    internal void Turn(PageStyle page)
    {
        BreakPage();
        if (canvas is not null)
            EndPage();
        style = page;
        (double head, double foot) = furniture.Reserve(style);
        job.MaxImageHeight = style.Height - style.Margin.Top - style.Margin.Bottom - head - foot;
    }

    /// <summary>Ends the copy in hand: every page gets its head, foot and numbers.</summary>
    internal IReadOnlyList<PageCanvas> EndCopy()
    {
        Settle();
        if (canvas is null && pages.Count == 0)
            BeginPage();
        if (canvas is not null)
            EndPage();
        PageCanvas[] done = [.. pages];
        pages.Clear();
        Offset += done.Length;
        return done;
    }

    private void Settle()
    {
        if (waiting.Count == 0)
            return;
        if (canvas is null)
            BeginPage();
        if (isFull)
            NextPage();
        if (!Fits(0, waiting.Count))
            MakeRoom();
        for (int index = 0; index < waiting.Count; index++)
        {
            PlaceOrBreak(waiting[index]);
            if (nextHeader.Count > 0 && ReferenceEquals(waiting[index].Strip, nextHeader[^1]))
                header = nextHeader;
        }
        waiting.Clear();
    }

    // The whole group moves to a new page, unless its last row can be split so that everything before it still fits here.
    private void MakeRoom()
    {
        int last = waiting.Count - 1;
        if (waiting[last].Strip is RowStrip row && !isFresh && Fits(0, last))
        {
            double before = HeightOf(0, last, out double at);
            if (before >= 0 && row.Split(bottom - at - waiting[last].Space, mustSplit: false) is not null)
                return;
        }
        if (!isFresh)
            NextPage();
    }

    private void PlaceOrBreak(PageEntry entry)
    {
        Strip? strip = entry.Strip;
        double space = entry.Space;
        while (strip is not null)
        {
            double at = PlaceOf(strip, space);
            if (at + strip.Height <= bottom + Tolerance)
                break;
            if (strip.Split(bottom - at, mustSplit: isFresh) is { } parts)
            {
                Place(parts.First, at);
                strip = parts.Remainder;
                NextPage();
                space = 0;
            }
            else if (!isFresh)
            {
                NextPage();
                space = 0;
            }
            else
            {
                // Taller than a page and not to be cut: it stands alone and reaches over.
                break;
            }
        }
        if (strip is not null)
            Place(strip, PlaceOf(strip, space));
        else
            PlaceFrame(entry);
    }

    private void PlaceFrame(PageEntry entry)
    {
        if (entry.Begins)
        {
            if (!isFresh)
                y += entry.Space;
            frames.Add((entry.Frame!, y, true));
            y += entry.Height;
            return;
        }
        y += entry.Height;
        int last = frames.Count - 1;
        (BoxFrame frame, double from, bool begins) = frames[last];
        frames.RemoveAt(last);
        frame.Paint(canvas!, style.Margin.Left, from, y, begins, ends: true);
    }

    private void Place(Strip strip, double at)
    {
        strip.Paint(canvas!, style.Margin.Left, at, isFirst: strip is not RowStrip || lastStrip is not RowStrip || at > y + Tolerance);
        y = at + strip.Height;
        lastStrip = strip;
        isFresh = false;
    }

    private double PlaceOf(Strip strip, double space) => OnGrid(strip, isFresh ? y : y + space);

    private double OnGrid(Strip strip, double at)
    {
        if (strip.GridPitch <= 0)
            return at;
        double lines = Math.Ceiling((at - top) / strip.GridPitch - 0.001);
        return top + lines * strip.GridPitch;
    }

    private bool Fits(int first, int end) => HeightOf(first, end, out double at) >= 0 && at <= bottom + Tolerance;

    // Where waiting[first, end) would end on this page.
    private double HeightOf(int first, int end, out double at)
    {
        at = y;
        bool fresh = isFresh;
        for (int index = first; index < end; index++)
        {
            PageEntry entry = waiting[index];
            if (!fresh)
                at += entry.Space;
            if (entry.Strip is { } strip)
                at = OnGrid(strip, at);
            at += entry.Height;
            fresh = false;
        }
        return at - y;
    }

    private void BeginPage()
    {
        int index = Offset + pages.Count;
        if (index >= job.Limits.Pages)
            throw new PageLimitReached();
        job.Limits.Cancellation.ThrowIfCancellationRequested();
        canvas = new PageCanvas(style, index, pages.Count + 1);
        (double head, double foot) = furniture.Reserve(style);
        top = style.Margin.Top + head;
        bottom = style.Height - style.Margin.Bottom - foot;
        canvas.BodyBottom = bottom;
        y = top;
        lastStrip = null;
        isFresh = true;
        isFull = false;
    }

    private void NextPage()
    {
        EndPage();
        BeginPage();
        RepeatHeader();
        for (int index = 0; index < frames.Count; index++)
            frames[index] = (frames[index].Frame, y, false);
    }

    private void RepeatHeader()
    {
        double height = header.Sum(strip => strip.Height);
        if (height <= 0 || height > (bottom - top) / 2)
            return;
        canvas!.IsRepeating = true;
        foreach (Strip strip in header)
        {
            strip.Paint(canvas, style.Margin.Left, y, isFirst: lastStrip is null);
            y += strip.Height;
            lastStrip = strip;
        }
        canvas.IsRepeating = false;
    }

    private void EndPage()
    {
        foreach ((BoxFrame frame, double from, bool begins) in frames)
            frame.Paint(canvas!, style.Margin.Left, from, y, begins, ends: false);
        lastStrip?.CloseOff(canvas!, style.Margin.Left, y);
        pages.Add(canvas!);
        canvas = null;
        isFresh = true;
        isFull = false;
    }
}
