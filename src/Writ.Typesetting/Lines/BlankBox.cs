namespace Writ.Typesetting;

/// <summary>Empty width in a line: a fill's blank (its span underlines it), or the rest of a hanging label's column.</summary>
internal sealed class BlankBox(BlankBox.Glue holds) : InlineObject(0, 0, -1)
{
    /// <summary>To which neighbour it clings.</summary>
    internal enum Glue
    {
        None,
        Before,
        After,
    }

    internal Glue Holds { get; } = holds;

    internal override void Paint(PageCanvas canvas, double x, double emTop, double size)
    {
    }
}
