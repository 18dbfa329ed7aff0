namespace Writ.Typesetting;

/// <summary>A band across the flow that no page break cuts (a row may offer to be split). Its places count from its upper left corner.</summary>
internal abstract class Strip
{
    internal abstract double Height { get; }

    /// <summary>Left edge within the column.</summary>
    internal double Left { get; init; }

    /// <summary>The pitch its top must stand on, counted from the top of the type area; 0 for anywhere.</summary>
    internal double GridPitch { get; init; }

    /// <param name="isFirst">Nothing of the flow stands above it on this page, or what does is a repeated header's end.</param>
    internal abstract void Paint(PageCanvas canvas, double x, double top, bool isFirst);

    /// <summary>A page break follows: draw what closes the strip off.</summary>
    internal virtual void CloseOff(PageCanvas canvas, double x, double bottom)
    {
    }

    /// <summary>Cuts the strip so that the first part is at most <paramref name="room"/> high; null when it will not be cut there.</summary>
    internal virtual (Strip First, Strip Remainder)? Split(double room, bool mustSplit) => null;
}
