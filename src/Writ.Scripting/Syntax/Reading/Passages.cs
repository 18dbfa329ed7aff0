using System.Text;

namespace Writ.Scripting;

/// <summary>Reads the raw text between code blocks: escape blocks, whitespace flags and the indent of the block that follows.</summary>
internal static class Passages
{
    /// <summary>Reads from <paramref name="close"/> (a <c>}}</c>, or the start of the text) to the next <c>{{</c> or the end.</summary>
    /// <param name="source">The template.</param>
    /// <param name="close">Where the closing delimiter with its flag begins.</param>
    /// <param name="begin">Where the raw text begins.</param>
    /// <param name="before">The flag of the closing delimiter.</param>
    /// <param name="hasClose">False for the text before the first code block.</param>
    /// <param name="next">Where code begins, or the length of the text.</param>
    public static Passage Read(SourceText source, int close, int begin, Trim before, bool hasClose, out int next)
    {
        string text = source.Text;
        StringBuilder? pieces = null;
        int at = begin;
        int pieceStart = begin;
        Trim trim = before;
        while (true)
        {
            int brace = text.IndexOf('{', at);
            if (brace < 0 || brace + 1 >= text.Length)
                return Finish(source, close, begin, before, hasClose, pieces, pieceStart, trim, out next);
            if (text[brace + 1] == '{')
            {
                (Trim after, int code) = FlagAfter(text, brace + 2);
                string last = Cut(text, pieceStart, brace, trim, after, out int lastStart, out int lastEnd);
                string indent = last.Length == 0 ? "" : IndentBefore(text, lastEnd);
                next = code;
                string output = pieces is null ? last : pieces.Append(last).ToString();
                return new Passage(new SourceRange(source, close, next), begin, brace, hasClose, before, hasOpen: true, after, output, pieces is null ? lastStart : begin, pieces is null, indent);
            }
            if (text[brace + 1] == '%' && FindEscape(text, brace) is { } escape)
            {
                pieces ??= new StringBuilder();
                pieces.Append(Cut(text, pieceStart, brace, trim, escape.Before, out _, out _));
                pieces.Append(text, escape.Begin, escape.End - escape.Begin);
                at = pieceStart = escape.Next;
                trim = escape.After;
                continue;
            }
            at = brace + 1;
        }
    }

    private static Passage Finish(SourceText source, int close, int begin, Trim before, bool hasClose, StringBuilder? pieces, int pieceStart, Trim trim, out int next)
    {
        string text = source.Text;
        next = text.Length;
        string last = Cut(text, pieceStart, text.Length, trim, Trim.None, out int lastStart, out _);
        string output = pieces is null ? last : pieces.Append(last).ToString();
        return new Passage(new SourceRange(source, close, next), begin, text.Length, hasClose, before, hasOpen: false, Trim.None, output, pieces is null ? lastStart : begin, pieces is null, "");
    }

    private static string Cut(string text, int start, int end, Trim before, Trim after, out int from, out int to)
    {
        from = start;
        to = end;
        if (before == Trim.All)
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
        else if (before == Trim.Line)
            from = SkipLine(text, from, to);
        if (after == Trim.All)
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
        else if (after == Trim.Line)
            while (to > from && char.IsWhiteSpace(text[to - 1]) && text[to - 1] is not ('\n' or '\r'))
                to--;
        return text[from..to];
    }

    private static int SkipLine(string text, int from, int to)
    {
        int at = from;
        while (at < to && char.IsWhiteSpace(text[at]))
        {
            char c = text[at++];
            if (c == '\n')
                return at;
            if (c == '\r')
                return at < to && text[at] == '\n' ? at + 1 : at;
        }
        return at;
    }

    /// <summary>The whitespace between the previous newline of the source and the block, when nothing else stands there.</summary>
    private static string IndentBefore(string text, int end)
    {
        int start = end;
        while (start > 0 && text[start - 1] != '\n')
        {
            if (!char.IsWhiteSpace(text[start - 1]))
                return "";
            start--;
        }
        return text[start..end];
    }

    private static (Trim Trim, int Next) FlagAfter(string text, int at) =>
        at < text.Length && text[at] == '-' ? (Trim.All, at + 1) : at < text.Length && text[at] == '~' ? (Trim.Line, at + 1) : (Trim.None, at);

    private static Escape? FindEscape(string text, int brace)
    {
        int signs = 0;
        int at = brace + 1;
        while (at < text.Length && text[at] == '%')
        {
            signs++;
            at++;
        }
        if (at >= text.Length || text[at] != '{')
            return null;
        (Trim before, int begin) = FlagAfter(text, at + 1);
        string closer = "}" + new string('%', signs) + "}";
        int found = text.IndexOf(closer, begin, StringComparison.Ordinal);
        if (found < 0)
            return new Escape(before, begin, text.Length, Trim.None, text.Length);
        int end = found;
        Trim after = Trim.None;
        if (end > begin && text[end - 1] is '-' or '~')
        {
            after = text[end - 1] == '-' ? Trim.All : Trim.Line;
            end--;
        }
        return new Escape(before, begin, end, after, found + closer.Length);
    }

    private readonly record struct Escape(Trim Before, int Begin, int End, Trim After, int Next);
}
