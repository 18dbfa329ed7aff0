using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>Reads the closed CSS subset: rules of element and class selectors, one @page, comments. Everything else is an error with its place.</summary>
internal sealed class StyleSheetReader(string css)
{
    private static readonly PageStyle a4 = new(Millimetres(210), Millimetres(297), Sides<double>.All(Millimetres(25)));
    private int at;

    internal StyleSheet ReadSheet()
    {
        ImmutableArray<StyleRule>.Builder rules = ImmutableArray.CreateBuilder<StyleRule>();
        PageStyle? page = null;
        SkipSpace();
        while (at < css.Length)
        {
            if (css[at] == '@')
                page = ReadPage();
            else
                ReadRule(rules);
            SkipSpace();
        }
        return new StyleSheet(rules.ToImmutable(), page);
    }

    /// <summary>The declarations of a style attribute.</summary>
    internal Declaration[] ReadInline()
    {
        SkipSpace();
        Declaration[] declarations = ReadDeclarations(end: '\0');
        return declarations;
    }

    private static double Millimetres(double value) => value * 72 / 25.4;

    private void ReadRule(ImmutableArray<StyleRule>.Builder rules)
    {
        List<(ElementKind? Element, string? Class)> selectors = [];
        while (true)
        {
            selectors.Add(ReadSelector());
            SkipSpace();
            if (Peek() == ',')
            {
                at++;
                SkipSpace();
                continue;
            }
            break;
        }
        Expect('{');
        Declaration[] declarations = ReadDeclarations(end: '}');
        foreach ((ElementKind? element, string? name) in selectors)
            rules.Add(new StyleRule(element, name, declarations));
    }

    private (ElementKind? Element, string? Class) ReadSelector()
    {
        int start = at;
        ElementKind? element = null;
        if (Peek() != '.')
        {
            string name = ReadName();
            element = Vocabulary.Find(name)?.Kind
                ?? throw Fault(start, "unknown-selector", $"选择器里的元素 {name} 不存在。", $"No element is called {name}.");
        }
        if (Peek() != '.')
            return (element, null);
        at++;
        return (element, ReadName());
    }

    private Declaration[] ReadDeclarations(char end)
    {
        List<Declaration> declarations = [];
        while (NextPair(end) is { } pair)
        {
            if (!PropertyReader.IsKnown(pair.Name))
                throw Fault(pair.At, "unknown-property", $"未知属性 {pair.Name}。", $"Unknown property {pair.Name}.");
            declarations.Add(PropertyReader.Read(pair.Name, pair.Value)
                ?? throw Fault(pair.At, "bad-value", $"{pair.Name} 的值“{pair.Value}”不成立。", $"{pair.Name} cannot be \"{pair.Value}\"."));
        }
        return [.. declarations];
    }

    private PageStyle ReadPage()
    {
        int start = at;
        at++;
        if (ReadName() != "page")
            throw Fault(start, "unknown-rule", "只认得 @page。", "The only at-rule is @page.");
        SkipSpace();
        Expect('{');
        PageStyle page = a4;
        bool isLandscape = false;
        while (NextPair('}') is { } pair)
        {
            string[] words = pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            PageStyle? next = pair.Name switch
            {
                "size" => Paper(page, words, ref isLandscape),
                "margin" => Margins(page, words),
                _ => throw Fault(pair.At, "unknown-property", $"@page 没有属性 {pair.Name}。", $"@page has no property {pair.Name}."),
            };
            page = next ?? throw Fault(pair.At, "bad-value", $"{pair.Name} 的值“{pair.Value}”不成立。", $"{pair.Name} cannot be \"{pair.Value}\".");
        }
        if (isLandscape)
            page = page with { Width = page.Height, Height = page.Width };
        bool hasRoom = page.BodyWidth > 36 && page.Height - page.Margin.Top - page.Margin.Bottom > 36;
        return hasRoom ? page : throw Fault(start, "bad-value", "页边距没有留下版心。", "The margins leave no type area.");
    }

    private static PageStyle? Paper(PageStyle page, string[] words, ref bool isLandscape)
    {
        if (words.Length is 1 or 2 && words[0] is "A3" or "A4" or "A5")
        {
            (double width, double height) = words[0] switch { "A3" => (297, 420), "A5" => (148, 210), _ => (210.0, 297.0) };
            isLandscape = words.Length == 2 && words[1] == "landscape";
            bool isKnown = words.Length == 1 || words[1] is "landscape" or "portrait";
            return isKnown ? page with { Width = Millimetres(width), Height = Millimetres(height) } : null;
        }
        return words.Length == 2 && PropertyReader.Absolute(words[0]) is { } w and > 36 and < 5000 && PropertyReader.Absolute(words[1]) is { } h and > 36 and < 5000
            ? page with { Width = w, Height = h }
            : null;
    }

    private static PageStyle? Margins(PageStyle page, string[] words)
    {
        double[] sides = new double[4];
        if (words.Length is not (1 or 4))
            return null;
        for (int index = 0; index < 4; index++)
        {
            if (PropertyReader.Absolute(words[words.Length == 1 ? 0 : index]) is not { } side || side < 0)
                return null;
            sides[index] = side;
        }
        return page with { Margin = new(sides[0], sides[1], sides[2], sides[3]) };
    }

    private (string Name, string Value, int At)? NextPair(char end)
    {
        SkipSpace();
        while (Peek() == ';')
        {
            at++;
            SkipSpace();
        }
        if (Peek() == end)
        {
            if (end != '\0')
                at++;
            return null;
        }
        int start = at;
        string name = ReadName();
        SkipSpace();
        Expect(':');
        int from = at;
        while (at < css.Length && css[at] is not (';' or '}' or '{'))
            at++;
        string value = string.Join(' ', css[from..at].Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return (name, value, start);
    }

    private char Peek() => at < css.Length ? css[at] : '\0';

    private string ReadName()
    {
        int start = at;
        while (at < css.Length && (char.IsAsciiLetterOrDigit(css[at]) || css[at] == '-'))
            at++;
        return at > start ? css[start..at] : throw Fault(at, "syntax", "此处应为名称。", "A name is expected here.");
    }

    private void Expect(char character)
    {
        if (Peek() != character)
            throw Fault(at, "syntax", $"此处应为 {character}。", $"{character} is expected here.");
        at++;
    }

    private void SkipSpace()
    {
        while (at < css.Length)
        {
            if (char.IsWhiteSpace(css[at]))
            {
                at++;
            }
            else if (css.AsSpan(at).StartsWith("/*", StringComparison.Ordinal))
            {
                int end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? throw Fault(at, "syntax", "注释没有结束。", "A comment is never closed.") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private StyleSheetException Fault(int offset, string code, string zh, string en)
    {
        int line = 1 + css.AsSpan(0, Math.Min(offset, css.Length)).Count('\n');
        int column = offset - (offset == 0 ? -1 : css.LastIndexOf('\n', Math.Min(offset, css.Length) - 1));
        return new StyleSheetException(line, column, code, zh, en);
    }
}
