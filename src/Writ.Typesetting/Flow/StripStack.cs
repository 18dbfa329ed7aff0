namespace Writ.Typesetting;

/// <summary>Strips one below the other, without pages: a cell's content, a running head.</summary>
internal sealed class StripStack : FlowSink
{
    private readonly List<StackPiece> pieces = [];

    internal IReadOnlyList<StackPiece> Pieces => pieces;

    internal double Height { get; private set; }

    internal override void Add(Strip strip, double space, bool mayBreakBefore) => Push(new StackPiece(strip, null, false, Height + Space(space), mayBreakBefore));

    internal override bool Fill(Strip strip, double space, bool mayBreakBefore)
    {
        Add(strip, space, mayBreakBefore);
        return true;
    }

    internal override void Open(BoxFrame frame, double space, bool mayBreakBefore) => Push(new StackPiece(null, frame, true, Height + Space(space), mayBreakBefore));

    internal override void Close(BoxFrame frame) => Push(new StackPiece(null, frame, false, Height, false));

    /// <summary>Paints pieces [first, last) with the top of piece `first` at y.</summary>
    internal static void Paint(PageCanvas canvas, IReadOnlyList<StackPiece> pieces, int first, int last, double x, double y)
    {
        if (first >= last)
            return;
        double shift = y - pieces[first].Top;
        Stack<(BoxFrame Frame, double Top)> frames = new();
        for (int index = first; index < last; index++)
        {
            StackPiece piece = pieces[index];
            if (piece.Strip is { } strip)
                strip.Paint(canvas, x, piece.Top + shift, index == first || pieces[index - 1].Strip is not RowStrip);
            else if (piece.Begins)
                frames.Push((piece.Frame!, piece.Top + shift));
            else if (frames.TryPop(out (BoxFrame Frame, double Top) open))
                open.Frame.Paint(canvas, x, open.Top, piece.Bottom + shift, begins: true, ends: true);
        }
    }

    private double Space(double space) => pieces.Count == 0 ? 0 : space;

    private void Push(StackPiece piece)
    {
        pieces.Add(piece);
        Height = piece.Bottom;
    }
}
