using System.Globalization;

namespace Writ.Typesetting;

/// <summary>What the vocabulary's table cannot say: values of attributes, which are required, and where slots and seals may stand.</summary>
internal static class MarkupGrammar
{
    private const int MostSpan = 1000;

    internal static void Check(MarkupElement root) => Walk(root, root, []);

    private static void Walk(MarkupElement element, MarkupElement parent, HashSet<string> styles)
    {
        if (element["style"] is { } style && styles.Add(style))
            CheckStyle(element, style);
        switch (element.Kind)
        {
            case ElementKind.Slot:
                Require(element, "name");
                OneOf(element, "part", "ink", "text", "date", "sign");
                break;
            case ElementKind.Seal:
                Require(element, "name");
                break;
            case ElementKind.Check:
                Require(element, "on");
                OneOf(element, "on", "true", "false");
                break;
            case ElementKind.Img:
                Require(element, "src");
                Require(element, "alt");
                break;
            case ElementKind.Qr:
                Require(element, "value");
                Require(element, "alt");
                break;
            case ElementKind.Turn:
                Require(element, "who");
                break;
            case ElementKind.Copy:
                Require(element, "label");
                TopLevel(element, parent);
                break;
            case ElementKind.Section:
                Require(element, "orientation");
                OneOf(element, "orientation", "landscape", "portrait");
                TopLevel(element, parent);
                break;
            case ElementKind.Ol:
                OneOf(element, "type", "1", "(1)", "（1）", "一", "(一)", "（一）", "①");
                break;
            case ElementKind.Cols:
                Require(element, "widths");
                ColumnWidths.Check(element);
                break;
            case ElementKind.Tr:
                OneOf(element, "split", "yes", "no");
                break;
            case ElementKind.Th:
                OneOf(element, "scope", "col", "row");
                Span(element, "colspan");
                Span(element, "rowspan");
                break;
            case ElementKind.Td:
                Span(element, "colspan");
                Span(element, "rowspan");
                break;
        }
        foreach (MarkupElement child in element.Elements)
            Walk(child, element, styles);
    }

    /// <summary>A span attribute as a number; 1 when absent. Checked when the manuscript was read.</summary>
    internal static int SpanOf(MarkupElement cell, string name) =>
        cell[name] is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 1;

    private static void CheckStyle(MarkupElement element, string style)
    {
        try
        {
            new StyleSheetReader(style).ReadInline();
        }
        catch (StyleSheetException wrong)
        {
            throw new ManuscriptException(element.Location, wrong.Code, $"<{element.Name}> 的 style:{wrong.ChineseText}", $"style of <{element.Name}>: {wrong.Message}");
        }
    }

    private static void Require(MarkupElement element, string name)
    {
        if (string.IsNullOrWhiteSpace(element[name]))
            throw new ManuscriptException(element.Location, "attribute-missing", $"<{element.Name}> 应有 {name} 属性。", $"<{element.Name}> needs the attribute {name}.");
    }

    private static void OneOf(MarkupElement element, string name, params ReadOnlySpan<string> values)
    {
        if (element[name] is { } value && !values.Contains(value))
            throw new ManuscriptException(element.Location, "bad-attribute", $"{name} 只能是 {string.Join("、", values!)}。", $"{name} is one of {string.Join(", ", values!)}; it is {value}.");
    }

    private static void Span(MarkupElement element, string name)
    {
        if (element[name] is not { } text)
            return;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value is < 1 or > MostSpan)
            throw new ManuscriptException(element.Location, "bad-attribute", $"{name} 应为 1 至 {MostSpan} 的整数。", $"{name} is a whole number from 1 to {MostSpan}; it is {text}.");
    }

    private static void TopLevel(MarkupElement element, MarkupElement parent)
    {
        bool fits = parent.Kind == ElementKind.Writ || (element.Kind == ElementKind.Section && parent.Kind == ElementKind.Copy);
        if (!fits)
            throw new ManuscriptException(element.Location, "misplaced-element", $"<{element.Name}> 只能直接放在 <writ> 里。", $"<{element.Name}> may stand only directly in <writ>.");
    }
}
