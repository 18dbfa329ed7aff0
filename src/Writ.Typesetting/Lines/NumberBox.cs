using System.Collections.Immutable;
using System.Globalization;

namespace Writ.Typesetting;

/// <summary>Room for the page number or page count in the flow: four digits wide, the number centred in it once it is known.</summary>
internal sealed class NumberBox(bool isCount, ComputedStyle style, GlyphTable glyphs, int tag)
    : InlineObject(WidthOf("0000", style, glyphs), 0, tag)
{
    internal override void Paint(PageCanvas canvas, double x, double emTop, double size)
    {
        double baseline = emTop + 0.88 * size;
        if (isCount)
        {
            canvas.Count(this, x, baseline);
            return;
        }
        LineText piece = Digits(canvas.PageNumber, out double offset);
        canvas.Text(piece, x + offset, baseline);
    }

    internal LineText Digits(int number, out double offset)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        offset = (Width - WidthOf(text, style, glyphs)) / 2;
        ImmutableArray<PlacedGlyph>.Builder placed = ImmutableArray.CreateBuilder<PlacedGlyph>(text.Length);
        double x = 0;
        for (int index = 0; index < text.Length; index++)
        {
            GlyphEntry entry = glyphs[text[index]];
            placed.Add(new PlacedGlyph(entry.Glyph, Math.Round(x, 3), index, 1));
            x += entry.Advance * style.FontSize;
        }
        return new LineText(glyphs['0'].Face!, style.FontSize, 0, placed.MoveToImmutable(), text, style.Color, Tag);
    }

    private static double WidthOf(string digits, ComputedStyle style, GlyphTable glyphs)
    {
        double width = 0;
        foreach (char digit in digits)
            width += glyphs[digit].Advance * style.FontSize;
        return width;
    }
}
