using System.Globalization;

namespace Writ.Typesetting;

/// <summary>Lists and the 附件 note: a label hangs before every item.</summary>
internal sealed class ListFlow(LayoutJob job, BlockFlow flow)
{
    private const string ChineseDigits = "零一二三四五六七八九";

    internal void List(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        bool isOrdered = element.Kind == ElementKind.Ol;
        string type = element["type"] ?? "1";
        TagAttributes attributes = new() { ListNumbering = isOrdered ? "Decimal" : "Disc" };
        int list = job.Tags.Add(TagRole.L, box.Tag, element.Location, attributes);
        int number = 0;
        foreach (MarkupElement item in element.Elements)
        {
            number++;
            Item(item, isOrdered ? Numeral(type, number) : null, style, box, list, 0);
        }
    }

    // GB/T 9704-2012, 7.3.4: 附件:1.…, the second number under the first; a single attachment has no number.
    internal void Attachments(MarkupElement element, ComputedStyle style, FlowBox box)
    {
        int list = job.Tags.Add(TagRole.L, box.Tag, element.Location, new TagAttributes { ListNumbering = "Decimal" });
        MarkupElement[] items = [.. element.Elements];
        double head = 3 * (style.FontSize + style.LetterSpacing);
        for (int index = 0; index < items.Length; index++)
        {
            string number = items.Length > 1 ? (index + 1).ToString(CultureInfo.InvariantCulture) + "." : "";
            FlowBox inner = index == 0 ? box : box with { Left = box.Left + head, Width = Math.Max(1, box.Width - head) };
            Item(items[index], index == 0 ? "附件：" + number : number, style, inner, list, index == 0 ? head : 0);
        }
    }

    private void Item(MarkupElement item, string? text, ComputedStyle parent, FlowBox box, int list, double before)
    {
        ComputedStyle style = job.Cascade.Of(item, parent);
        int tag = job.Tags.Add(TagRole.LI, list, item.Location);
        double em = style.FontSize + style.LetterSpacing;
        double hang = before + HangOf(text?[(before > 0 ? 3 : 0)..], em);
        if (text is not "")
        {
            int mark = job.Tags.Add(TagRole.Lbl, tag, item.Location, text is null ? new TagAttributes { ActualText = "•" } : null);
            flow.SetLabel(new HangingLabel(text, hang, mark < 0 ? -2 : mark, item.Location));
        }
        int body = job.Tags.Add(TagRole.LBody, tag, item.Location);
        FlowBox inner = box with { Tag = body };
        bool hasBlocks = item.Elements.Any(child => Vocabulary.IsBlock(child.Kind) && child.Kind != ElementKind.Img);
        if (!hasBlocks)
        {
            flow.Content(item, style, inner, TagRole.LBody);
            return;
        }
        bool isFirst = true;
        foreach (MarkupElement child in item.Elements)
        {
            flow.Block(child, style, isFirst ? inner : inner with { Left = box.Left + hang, Width = Math.Max(1, box.Width - hang) });
            isFirst = false;
        }
    }

    // Half ems, so that the text behind stands on the grid. A single attachment follows 附件: at once.
    private static double HangOf(string? text, double em)
    {
        if (text is null)
            return em;
        if (text is "")
            return 0;
        double width = 0;
        foreach (char character in text)
            width += character < 0x80 ? 0.5 : 1;
        return Math.Max(1, Math.Ceiling(width * 2) / 2) * em;
    }

    private static string Numeral(string type, int number) => type switch
    {
        "一" => Chinese(number) + "、",
        "(一)" or "（一）" => "（" + Chinese(number) + "）",
        "(1)" or "（1）" => "（" + number.ToString(CultureInfo.InvariantCulture) + "）",
        "①" when number <= 20 => ((char)('①' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture) + ".",
    };

    private static string Chinese(int number)
    {
        if (number < 10)
            return ChineseDigits[number].ToString();
        if (number >= 100)
            return number.ToString(CultureInfo.InvariantCulture);
        string tens = number < 20 ? "" : ChineseDigits[number / 10].ToString();
        string ones = number % 10 == 0 ? "" : ChineseDigits[number % 10].ToString();
        return tens + "十" + ones;
    }
}
