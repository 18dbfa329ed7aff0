namespace Writ.Typesetting;

/// <summary>□ or ☑ as a vector drawing: hardly a face has both (their ActualText says what they are).</summary>
internal sealed class CheckBox(bool isOn, double em, Tint color, int tag) : InlineObject(em, em, tag)
{
    private const double Inset = 0.1;
    private const double Stroke = 0.05;

    internal override void Paint(PageCanvas canvas, double x, double emTop, double size)
    {
        double em = Width;
        double left = x + Inset * em;
        double top = emTop + (size - em) / 2 + Inset * em;
        double side = em * (1 - 2 * Inset);
        canvas.Shape(
            [
                new(PathVerb.Move, left, top), new(PathVerb.Line, left + side, top), new(PathVerb.Line, left + side, top + side),
                new(PathVerb.Line, left, top + side), new(PathVerb.Close, 0, 0),
            ],
            null, color, Stroke * em, Tag);
        if (!isOn)
            return;
        canvas.Shape(
            [new(PathVerb.Move, left + 0.16 * side, top + 0.5 * side), new(PathVerb.Line, left + 0.42 * side, top + 0.78 * side), new(PathVerb.Line, left + 0.86 * side, top + 0.18 * side)],
            null, color, 2 * Stroke * em, Tag);
    }
}
