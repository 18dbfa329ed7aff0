namespace Writ.Typesetting;

/// <summary>One cell with its content set.</summary>
internal sealed class TableCell(int row, int column, int rowSpan, int columnSpan, ComputedStyle style, StripStack content)
{
    internal int Row { get; } = row;

    internal int Column { get; } = column;

    internal int RowSpan { get; } = rowSpan;

    internal int ColumnSpan { get; } = columnSpan;

    internal ComputedStyle Style { get; } = style;

    internal StripStack Content { get; } = content;

    internal double NeededHeight
    {
        get
        {
            double content = Content.Height + Style.Padding.Top + Style.Padding.Bottom;
            return Math.Max(content, Math.Max(Style.MinHeight.Of(0, 0), Style.Height.Of(0, 0)));
        }
    }

    /// <summary>Where the content begins in a cell this high.</summary>
    internal double ContentTop(double height)
    {
        double spare = Math.Max(0, height - Style.Padding.Top - Style.Padding.Bottom - Content.Height);
        double down = Style.VerticalAlign switch { VerticalAlign.Middle => spare / 2, VerticalAlign.Bottom => spare, _ => 0 };
        return Style.Padding.Top + down;
    }
}
