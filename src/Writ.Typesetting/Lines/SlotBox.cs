namespace Writ.Typesetting;

/// <summary>A slot's rectangle in a line, with the rule below it when its style has one.</summary>
internal sealed class SlotBox(string name, SlotPart part, string label, double width, double height, Border below, int tag) : InlineObject(width, height, tag)
{
    internal override void Paint(PageCanvas canvas, double x, double emTop, double size)
    {
        double top = emTop + size / 2 - Height / 2;
        canvas.Slot(name, part, x, top, Width, Height, label, Tag);
        if (below.Width > 0)
            canvas.Rule(x, top + Height, x + Width, top + Height, below.Width, below.Color);
    }
}
