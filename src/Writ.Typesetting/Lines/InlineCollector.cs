using System.Globalization;
using System.Text;

namespace Writ.Typesetting;

/// <summary>
/// First step of a paragraph: walks its inline content and gathers clusters. Collapses source white space, looks glyphs up, opens tag
/// nodes where text and objects alternate, and reports what cannot be printed.
/// </summary>
internal sealed class InlineCollector(LayoutJob job, InlineBuffer buffer)
{
    private PageNumbers? numbers;
    private double room;
    private int paragraphTag;
    private int textParent;
    private int textTag;
    private bool splitsText;
    private int slotParent;
    private int slotsLeft;
    private int labelStart;
    private bool pendingSpace;
    private ManuscriptLocation start;

    /// <summary>What kind of node the paragraph needs: text beside two or more slots becomes a Div of one P per slot.</summary>
    internal static int CountSlots(IEnumerable<MarkupNode> nodes) => Count(nodes, kind => kind == ElementKind.Slot);

    internal void Begin(int tag, double width, ManuscriptLocation location, IReadOnlyList<MarkupNode> nodes, PageNumbers? known)
    {
        buffer.Clear();
        labelStart = 0;
        numbers = known;
        room = width;
        start = location;
        pendingSpace = false;
        int objects = Count(nodes, kind => kind is ElementKind.Slot or ElementKind.Check or ElementKind.Img or ElementKind.Qr);
        slotsLeft = CountSlots(nodes);
        splitsText = objects > 0 && tag >= 0;
        paragraphTag = tag;
        textParent = tag;
        textTag = splitsText ? -1 : tag;
        slotParent = slotsLeft > 1 ? tag : -1;
        if (slotParent >= 0)
            textParent = -1;
    }

    /// <summary>Text that is not in the manuscript: a turn's label, a list's number.</summary>
    internal void AddLabel(string text, ComputedStyle style, ManuscriptLocation location, int tag)
    {
        int own = tag == paragraphTag ? TextTag() : tag;
        foreach (Rune rune in text.EnumerateRunes())
            AddCharacter(rune.Value, style, own, null, 0, location);
    }

    internal void AddBlank(double width, ComputedStyle style) => AddObject(new BlankBox(BlankBox.Glue.None), width, style, -1);

    internal void AddBullet(ComputedStyle style, int tag)
    {
        BulletBox bullet = new(style.FontSize, style.Color, tag);
        AddObject(bullet, bullet.Width, style, tag);
    }

    internal void Collect(IEnumerable<MarkupNode> nodes, ComputedStyle style)
    {
        foreach (MarkupNode node in nodes)
        {
            if (node is MarkupText text)
                AddText(text, style);
            else
                AddElement((MarkupElement)node, style);
        }
    }

    private static int Count(IEnumerable<MarkupNode> nodes, Func<ElementKind, bool> counts)
    {
        int count = 0;
        foreach (MarkupNode node in nodes)
            if (node is MarkupElement element)
                count += (counts(element.Kind) ? 1 : 0) + Count(element.Children, counts);
        return count;
    }

    private void AddElement(MarkupElement element, ComputedStyle parent)
    {
        ComputedStyle style = job.Cascade.Of(element, parent);
        if (style.Hidden)
            return;
        switch (element.Kind)
        {
            case ElementKind.Br:
                pendingSpace = false;
                ref Cluster forced = ref buffer.Add();
                forced.Class = CharacterClass.ForcedBreak;
                forced.TextStart = buffer.Text.Length;
                forced.Span = buffer.SpanOf(style, textTag);
                break;
            case ElementKind.Fill:
                AddFill(element, style);
                break;
            case ElementKind.Check:
                bool isOn = element["on"] == "true";
                int mark = Tagged(TagRole.Span, element, new TagAttributes { ActualText = isOn ? "☑" : "□" });
                AddObject(new CheckBox(isOn, style.FontSize, style.Color, mark), style.FontSize, style, mark);
                break;
            case ElementKind.Slot:
                AddSlot(element, style);
                break;
            case ElementKind.PageNumber or ElementKind.PageCount:
                AddNumber(element, style);
                break;
            case ElementKind.Img:
                if (job.Images.Place(element, style, room, job.MaxImageHeight) is { } image)
                {
                    int figure = Tagged(TagRole.Figure, element, new TagAttributes { Alternate = element["alt"] });
                    AddObject(new PictureBox(image.Source, image.File, image.Width, image.Height, figure), image.Width, style, figure);
                }
                break;
            case ElementKind.Qr:
                double side = Math.Min(style.Width.Of(room, 56.693), room);
                int code = Tagged(TagRole.Figure, element, new TagAttributes { Alternate = element["alt"] });
                AddObject(new CodeBox(element["value"]!, side, code), side, style, code);
                break;
            default:
                Collect(element.Children, style);
                break;
        }
    }

    private void AddFill(MarkupElement element, ComputedStyle style)
    {
        double least = Math.Min(Math.Max(style.Width.Of(room, 0), style.MinWidth.Of(room, 0)), room);
        int lead = buffer.Count;
        AddObject(new BlankBox(BlankBox.Glue.After), 0, style, textTag);
        Collect(element.Children, style);
        double width = 0;
        for (int index = lead; index < buffer.Count; index++)
            width += buffer.Clusters[index].Advance;
        pendingSpace = false;
        double pad = Math.Max(0, least - width) / 2;
        bool isEmpty = buffer.Count == lead + 1;
        if (isEmpty)
        {
            buffer.Clusters[lead].Advance = least;
            buffer.Clusters[lead].Object = new BlankBox(BlankBox.Glue.None);
            return;
        }
        buffer.Clusters[lead].Advance = pad;
        AddObject(new BlankBox(BlankBox.Glue.Before), pad, style, textTag);
    }

    private void AddSlot(MarkupElement element, ComputedStyle style)
    {
        SlotPart part = element["part"] switch { "text" => SlotPart.Text, "date" => SlotPart.Date, "sign" => SlotPart.Sign, _ => SlotPart.Ink };
        string name = element["name"]!;
        string printed = element["label"] ?? buffer.Text.ToString(labelStart, buffer.Text.Length - labelStart).Trim(' ', '\u3000', ':', '：', '(', ')', '（', '）');
        if (printed.Length == 0)
            printed = name;
        labelStart = buffer.Text.Length;
        double width = Math.Min(style.Width.Of(room, 90), room);
        double height = style.Height.Of(room, 24);
        int form = Tagged(TagRole.Form, element, new TagAttributes { Alternate = printed });
        AddObject(new SlotBox(name, part, printed, width, height, style.Border.Bottom, form), width, style, form);
        slotsLeft--;
        // The next slot stands in a P of its own; text behind the last one stays with it.
        if (slotParent >= 0 && slotsLeft > 0)
            textParent = -1;
    }

    private void AddNumber(MarkupElement element, ComputedStyle style)
    {
        bool isCount = element.Kind == ElementKind.PageCount;
        if (numbers is { } known)
        {
            AddLabel((isCount ? known.Count : known.Number).ToString(CultureInfo.InvariantCulture), style, element.Location, TextTag());
            return;
        }
        int tag = TextTag();
        NumberBox box = new(isCount, style, job.Glyphs(style, element.Location), tag);
        AddObject(box, box.Width, style, tag);
    }

    private void AddObject(InlineObject thing, double width, ComputedStyle style, int tag)
    {
        pendingSpace = false;
        int span = buffer.SpanOf(style, tag);
        ref Cluster cluster = ref buffer.Add();
        cluster.Class = CharacterClass.Object;
        cluster.Object = thing;
        cluster.Advance = width;
        cluster.Span = span;
        cluster.TextStart = buffer.Text.Length;
    }

    // A tag node for an object; text behind it begins a node of its own.
    private int Tagged(TagRole role, MarkupElement element, TagAttributes attributes)
    {
        if (!splitsText)
            return -1;
        textTag = -1;
        return job.Tags.Add(role, Parent(), element.Location, attributes);
    }

    private int Parent()
    {
        if (textParent < 0 && slotParent >= 0)
            textParent = job.Tags.Add(TagRole.P, slotParent, start);
        return textParent;
    }

    private int TextTag()
    {
        if (splitsText && textTag < 0)
            textTag = job.Tags.Add(TagRole.Span, Parent(), start);
        return textTag;
    }

    private void AddText(MarkupText node, ComputedStyle style)
    {
        string text = node.Text;
        int index = 0;
        while (index < text.Length)
        {
            char character = text[index];
            if (character is ' ' or '\n' or '\r' or '\t')
            {
                pendingSpace = true;
                index++;
                continue;
            }
            int codePoint = character;
            int length = 1;
            if (char.IsHighSurrogate(character))
            {
                codePoint = char.ConvertToUtf32(character, text[index + 1]);
                length = 2;
            }
            AddCharacter(codePoint, style, TextTag(), node, index, default);
            index += length;
        }
    }

    private void AddCharacter(int codePoint, ComputedStyle style, int tag, MarkupText? node, int index, ManuscriptLocation location)
    {
        // Variation selectors print nothing of their own; they stay in the text of the character they follow.
        if (codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) && buffer.Count > 0)
        {
            Append(codePoint);
            ref Cluster last = ref buffer.Clusters[buffer.Count - 1];
            last.TextLength = buffer.Text.Length - last.TextStart;
            return;
        }
        GlyphTable glyphs = job.Glyphs(style, node?.Location ?? location);
        ref readonly GlyphEntry entry = ref glyphs[codePoint];
        if (pendingSpace)
            AddSpace(entry.Class, style, tag);
        if (entry.Face is null && entry.Class != CharacterClass.ZeroWidthSpace)
            ReportMissing(codePoint, glyphs.Role, node is null ? location : job.Manuscript.LocationIn(node, index));
        int span = buffer.SpanOf(style, tag);
        ref Cluster cluster = ref buffer.Add();
        cluster.Class = entry.Class;
        cluster.CodePoint = codePoint;
        cluster.Face = entry.Face;
        cluster.Glyph = entry.Glyph;
        cluster.Span = span;
        cluster.Advance = entry.Class == CharacterClass.ZeroWidthSpace ? 0 : entry.Advance * style.FontSize + style.LetterSpacing;
        cluster.TrimBefore = entry.TrimBefore * style.FontSize;
        cluster.TrimAfter = entry.TrimAfter * style.FontSize;
        cluster.TextStart = buffer.Text.Length;
        Append(codePoint);
        cluster.TextLength = buffer.Text.Length - cluster.TextStart;
    }

    private void Append(int codePoint)
    {
        if (codePoint < 0x10000)
            buffer.Text.Append((char)codePoint);
        else
            buffer.Text.Append(char.ConvertFromUtf32(codePoint));
    }

    // Source white space is a space between Latin words, and nothing where a wide character stands on either side.
    private void AddSpace(CharacterClass next, ComputedStyle style, int tag)
    {
        pendingSpace = false;
        if (buffer.Count == 0 || CharacterClasses.IsWide(next))
            return;
        CharacterClass previous = buffer.Clusters[buffer.Count - 1].Class;
        if (CharacterClasses.IsWide(previous) || previous is CharacterClass.ForcedBreak or CharacterClass.Space)
            return;
        AddCharacter(' ', style, tag, null, 0, start);
    }

    private void ReportMissing(int codePoint, string role, ManuscriptLocation location)
    {
        string character = Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : "";
        bool isPrivate = codePoint is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;
        if (isPrivate)
            job.Problems.Add("private-use-character", location, $"字符 U+{codePoint:X4} 属于专用区，含义因字体而异，不能印入文书。", $"U+{codePoint:X4} is a private-use character: what it means depends on the font.", character);
        else
            job.Problems.Add("missing-glyph", location, $"字体角色 {role} 没有字符“{character}”（U+{codePoint:X4}）。", $"No font of the role {role} has the character \"{character}\" (U+{codePoint:X4}).", character);
    }
}
