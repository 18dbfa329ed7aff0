using System.Globalization;
using System.Text;

namespace Writ.Typesetting;

/// <summary>
/// Reads the XML subset manuscripts are written in: elements, attributes in either quotes, character data, comments, the five named
/// references and numeric ones. No declarations, processing instructions, CDATA, namespaces or entities: nothing that can reach outside.
/// </summary>
internal ref struct MarkupReader
{
    private readonly string source;
    private readonly LayoutLimits limits;
    private int at;
    private int line;
    private int lineStart;

    internal MarkupReader(string source, LayoutLimits limits)
    {
        this.source = source;
        this.limits = limits;
        line = 1;
    }

    internal MarkupElement ReadRoot()
    {
        if (source.Length > limits.MarkupSize)
            throw new ManuscriptException(default, "manuscript-too-large", $"文稿长度 {source.Length} 超过上限 {limits.MarkupSize}。", $"The manuscript has {source.Length} characters; the limit is {limits.MarkupSize}.");
        SkipBetween();
        if (at >= source.Length || source[at] != '<')
            throw Fault("no-root", "文稿应以 <writ> 开始。", "The manuscript must begin with <writ>.");
        MarkupElement root = ReadElement(1, null);
        SkipBetween();
        if (at < source.Length)
            throw Fault("text-after-root", "</writ> 之后还有内容。", "There is content after </writ>.");
        return root;
    }

    private readonly ManuscriptLocation Here => new(at, line, at - lineStart + 1);

    private readonly ManuscriptException Fault(string code, string zh, string en) => new(Here, code, zh, en);

    private void SkipBetween()
    {
        while (at < source.Length)
        {
            if (IsSpace(source[at]))
                Step();
            else if (StartsWith("<!--"))
                SkipComment();
            else
                return;
        }
    }

    private MarkupElement ReadElement(int depth, Vocabulary.Entry? parent)
    {
        ManuscriptLocation start = Here;
        if (depth > limits.Depth)
            throw Fault("too-deep", $"元素嵌套超过 {limits.Depth} 层。", $"Elements are nested deeper than {limits.Depth}.");
        at++;
        string name = ReadName();
        Vocabulary.Entry entry = Vocabulary.Find(name)
            ?? throw new ManuscriptException(start, "unknown-element", $"未知元素 <{name}>。", $"Unknown element <{name}>.");
        if (parent is null && entry.Kind != ElementKind.Writ)
            throw new ManuscriptException(start, "no-root", "文稿的根元素应为 <writ>。", "The root element of a manuscript is <writ>.");
        if (parent is not null && !MayHold(parent, entry))
            throw new ManuscriptException(start, "misplaced-element", $"<{name}> 不能放在 <{parent.Name}> 里。", $"<{name}> may not stand in <{parent.Name}>.");

        MarkupElement element = new(start, entry.Kind, ReadAttributes(entry));
        if (StartsWith("/>"))
        {
            at += 2;
            return element;
        }
        Expect('>');
        ReadChildren(element, entry, depth);
        ReadEndTag(name, start);
        Settle(element, entry);
        return element;
    }

    private static bool MayHold(Vocabulary.Entry parent, Vocabulary.Entry child) => parent.Content switch
    {
        Vocabulary.Content.Inline => Vocabulary.IsInline(child.Kind),
        Vocabulary.Content.Blocks => child.IsBlock || (parent.Kind == ElementKind.Writ && child.Kind is ElementKind.PageHeader or ElementKind.PageFooter),
        Vocabulary.Content.Either => child.IsBlock || Vocabulary.IsInline(child.Kind),
        Vocabulary.Content.Named => Array.IndexOf(parent.Only, child.Kind) >= 0,
        _ => false,
    };

    private void ReadChildren(MarkupElement element, Vocabulary.Entry entry, int depth)
    {
        while (true)
        {
            if (at >= source.Length)
                throw Fault("unclosed-element", $"<{entry.Name}> {element.Location} 没有结束标记。", $"<{entry.Name}> {element.Location} is never closed.");
            if (source[at] != '<')
                ReadText(element, entry);
            else if (StartsWith("<!--"))
                SkipComment();
            else if (StartsWith("</"))
                return;
            else
                element.Children.Add(ReadElement(depth + 1, entry));
        }
    }

    private void ReadText(MarkupElement element, Vocabulary.Entry entry)
    {
        ManuscriptLocation start = Here;
        int end = source.IndexOf('<', at);
        if (end < 0)
            end = source.Length;
        string text = Characters(end);
        bool blank = text.AsSpan().Trim(" \t\r\n").IsEmpty;
        if (entry.Content is Vocabulary.Content.Inline or Vocabulary.Content.Either)
            element.Children.Add(new MarkupText(start, text, end - start.Offset));
        else if (!blank)
            throw new ManuscriptException(start, "misplaced-text", $"<{entry.Name}> 里不能直接放文字。", $"Text may not stand directly in <{entry.Name}>.");
    }

    // An element that may hold either blocks or text holds one of them: white space among blocks is layout of the source only.
    private static void Settle(MarkupElement element, Vocabulary.Entry entry)
    {
        if (entry.Content != Vocabulary.Content.Either)
            return;
        bool hasBlock = element.Elements.Any(child => Vocabulary.IsBlock(child.Kind) && child.Kind != ElementKind.Img);
        if (!hasBlock)
            return;
        foreach (MarkupNode child in element.Children)
        {
            bool fits = child is MarkupText text ? text.Text.AsSpan().Trim(" \t\r\n").IsEmpty : Vocabulary.IsBlock(((MarkupElement)child).Kind);
            if (!fits)
                throw new ManuscriptException(child.Location, "mixed-content", $"<{entry.Name}> 里不能既有段落又有散行文字。", $"<{entry.Name}> may not mix blocks and loose text.");
        }
        element.Children.RemoveAll(child => child is MarkupText);
    }

    private void ReadEndTag(string name, ManuscriptLocation start)
    {
        ManuscriptLocation place = Here;
        at += 2;
        string end = ReadName();
        if (end != name)
            throw new ManuscriptException(place, "wrong-end-tag", $"</{end}> 与 <{name}> {start} 不配对。", $"</{end}> does not close <{name}> {start}.");
        SkipSpace();
        Expect('>');
    }

    private KeyValuePair<string, string>[] ReadAttributes(Vocabulary.Entry entry)
    {
        List<KeyValuePair<string, string>>? found = null;
        while (true)
        {
            SkipSpace();
            if (at >= source.Length || source[at] is '>' or '/')
                return found is null ? [] : [.. found];
            ManuscriptLocation place = Here;
            string name = ReadName();
            if (Array.IndexOf(entry.Attributes, name) < 0)
                throw new ManuscriptException(place, "unknown-attribute", $"<{entry.Name}> 没有属性 {name}。", $"<{entry.Name}> has no attribute {name}.");
            SkipSpace();
            Expect('=');
            SkipSpace();
            string value = ReadQuoted();
            found ??= [];
            foreach (KeyValuePair<string, string> earlier in found)
                if (earlier.Key == name)
                    throw new ManuscriptException(place, "repeated-attribute", $"属性 {name} 重复。", $"The attribute {name} is given twice.");
            found.Add(new KeyValuePair<string, string>(name, value));
        }
    }

    private string ReadQuoted()
    {
        if (at >= source.Length || source[at] is not ('"' or '\''))
            throw Fault("attribute-not-quoted", "属性值应加引号。", "An attribute value stands in quotes.");
        char quote = source[at++];
        int end = source.IndexOf(quote, at);
        if (end < 0)
            throw Fault("attribute-not-closed", "属性值缺少结束引号。", "An attribute value is never closed.");
        string value = Characters(end);
        at++;
        return value;
    }

    // Reads up to `end`, resolving references and refusing what XML 1.0, 2.2 refuses.
    private string Characters(int end)
    {
        ReadOnlySpan<char> raw = source.AsSpan(at, end - at);
        if (raw.IndexOf('&') < 0)
        {
            while (at < end)
                Step();
            return raw.ToString();
        }
        StringBuilder text = new(raw.Length);
        while (at < end)
        {
            if (source[at] == '&')
            {
                text.Append(ReadReference(end));
                at = source.IndexOf(';', at) + 1;
                continue;
            }
            int before = at;
            Step();
            text.Append(source, before, at - before);
        }
        return text.ToString();
    }

    private readonly string ReadReference(int end)
    {
        int stop = source.IndexOf(';', at, end - at);
        if (stop < 0)
            throw Fault("bad-reference", "& 应写作 &amp;。", "A bare & is written &amp;.");
        ReadOnlySpan<char> name = source.AsSpan(at + 1, stop - at - 1);
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
        }
        bool isHex = name.StartsWith("#x", StringComparison.Ordinal);
        ReadOnlySpan<char> digits = isHex ? name[2..] : name.StartsWith("#", StringComparison.Ordinal) ? name[1..] : default;
        if (!digits.IsEmpty
            && int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            && Rune.IsValid(code)
            && (code >= 0x20 || code is 9 or 10 or 13))
            return new Rune(code).ToString();
        throw Fault("bad-reference", $"未知的字符引用 &{name};。", $"Unknown reference &{name};.");
    }

    private string ReadName()
    {
        int start = at;
        while (at < source.Length && (char.IsAsciiLetterOrDigit(source[at]) || source[at] == '-'))
            at++;
        if (at == start)
            throw Fault("name-expected", "此处应为名称。", "A name is expected here.");
        return source[start..at];
    }

    private void SkipComment()
    {
        int end = source.IndexOf("-->", at + 4, StringComparison.Ordinal);
        if (end < 0)
            throw Fault("unclosed-comment", "注释没有结束。", "A comment is never closed.");
        while (at < end + 3)
            Step();
    }

    private void SkipSpace()
    {
        while (at < source.Length && IsSpace(source[at]))
            Step();
    }

    private void Expect(char character)
    {
        if (at >= source.Length || source[at] != character)
            throw Fault("syntax", $"此处应为 {character}。", $"{character} is expected here.");
        at++;
    }

    private readonly bool StartsWith(string text) => source.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private void Step()
    {
        char character = source[at];
        if (character == '\n')
        {
            line++;
            lineStart = at + 1;
        }
        else if (character < 0x20 ? character is not ('\t' or '\r') : character is '\uFFFE' or '\uFFFF')
        {
            throw Fault("forbidden-character", $"文稿中不得有控制字符 U+{(int)character:X4}。", $"The control character U+{(int)character:X4} may not occur.");
        }
        else if (char.IsSurrogate(character))
        {
            bool isPair = char.IsHighSurrogate(character) && at + 1 < source.Length && char.IsLowSurrogate(source[at + 1]);
            if (!isPair)
                throw Fault("forbidden-character", "文稿中有不成对的代理码位。", "There is a lone surrogate.");
            at++;
        }
        at++;
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r';
}
