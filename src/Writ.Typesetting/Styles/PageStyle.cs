namespace Writ.Typesetting;

/// <summary>Paper and margins in pt, upright unless the sheet says otherwise.</summary>
internal sealed record PageStyle(double Width, double Height, Sides<double> Margin)
{
    internal double BodyWidth => Width - Margin.Left - Margin.Right;

    internal bool IsLandscape => Width > Height;

    /// <summary>The same paper turned: the binding edge (left when upright) becomes the top, so every margin moves with its edge.</summary>
    internal PageStyle Turned() => IsLandscape
        ? new(Height, Width, new(Margin.Right, Margin.Bottom, Margin.Left, Margin.Top))
        : new(Height, Width, new(Margin.Left, Margin.Top, Margin.Right, Margin.Bottom));
}
