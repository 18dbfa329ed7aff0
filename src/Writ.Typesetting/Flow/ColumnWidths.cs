using System.Globalization;

namespace Writ.Typesetting;

/// <summary>Reads <c>widths="20mm 1* 2*"</c>: fixed lengths (pt, mm, %) first, what remains by stars; columns not named share as 1*.</summary>
internal static class ColumnWidths
{
    internal static double[] Of(MarkupElement? cols, int count, double width)
    {
        string[] words = cols?["widths"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        double[] widths = new double[count];
        double[] stars = new double[count];
        for (int index = 0; index < count; index++)
        {
            if (index >= words.Length)
                stars[index] = 1;
            else
                Read(words[index], width, cols!, ref widths[index], ref stars[index]);
        }
        double left = width - widths.Sum();
        double shares = stars.Sum();
        if (left < 0 || (shares == 0 && left > 0))
        {
            // Fixed widths that are too many or too few are scaled to the table.
            double scale = width / Math.Max(widths.Sum(), 1);
            for (int index = 0; index < count; index++)
                widths[index] *= scale;
            return widths;
        }
        for (int index = 0; index < count; index++)
            widths[index] += shares == 0 ? 0 : left * stars[index] / shares;
        return widths;
    }

    internal static void Check(MarkupElement cols)
    {
        double width = 0;
        double star = 0;
        foreach (string word in cols["widths"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
            Read(word, 100, cols, ref width, ref star);
    }

    private static void Read(string word, double width, MarkupElement cols, ref double points, ref double star)
    {
        double? value = word.EndsWith('*') ? word.Length == 1 ? 1 : Number(word[..^1]) : word.EndsWith('%') ? Number(word[..^1]) : PropertyReader.Absolute(word);
        if (value is not { } number || number <= 0)
            throw new ManuscriptException(cols.Location, "bad-attribute", $"widths 里的“{word}”不是列宽。", $"\"{word}\" in widths is not a column width.");
        if (word.EndsWith('*'))
            star = number;
        else
            points = word.EndsWith('%') ? width * number / 100 : number;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number <= 10_000 ? number : null;
}
