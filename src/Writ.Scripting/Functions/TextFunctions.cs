using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>The namespace <c>string</c>.</summary>
internal static class TextFunctions
{
    public static ScriptObject Make() => TextCoding.AddTo(new FunctionTable())
        .Add("append", "text with", static a => Joined(a, a.Text(0), a.Text(1)))
        .Add("prepend", "text by", static a => Joined(a, a.Text(1), a.Text(0)))
        .Add("capitalize", "text", static a => Plain(Capitalize(a.Text(0) ?? "")))
        .Add("capitalizewords", "text", static a => Plain(CapitalizeWords(a.Text(0) ?? "")))
        .Add("upcase", "text", static a => Plain(a.Text(0)?.ToUpperInvariant()))
        .Add("downcase", "text", static a => Plain(a.Text(0)?.ToLowerInvariant()))
        .Add("contains", "text value", static a => Test(a, static (text, value) => text.Contains(value, StringComparison.Ordinal)))
        .Add("starts_with", "text value", static a => Test(a, static (text, value) => text.StartsWith(value, StringComparison.Ordinal)))
        .Add("ends_with", "text value", static a => Test(a, static (text, value) => text.EndsWith(value, StringComparison.Ordinal)))
        .Add("empty", "text", static a => ScriptBool.Of(string.IsNullOrEmpty(a.Text(0))))
        .Add("whitespace", "text", static a => ScriptBool.Of(string.IsNullOrWhiteSpace(a.Text(0))))
        .Add("equals_ignore_case", "text value", static a => ScriptBool.Of(a.Text(0) is { } text && text.Equals(a.Text(1), StringComparison.OrdinalIgnoreCase)))
        .Add("escape", "text", static a => Plain(a.Text(0) is { } text ? TextEscaping.Escape(text) : null))
        .Add("literal", "text", static a => Plain(a.Text(0) is { } text ? $"\"{TextEscaping.Escape(text)}\"" : null))
        .Add("handleize", "text", static a => Plain(Handleize(a.Text(0) ?? throw a.Fault("Object reference not set to an instance of an object."))))
        .Add("index_of", "text search startIndex? count? stringComparison?", IndexOf)
        .Add("lstrip", "text", static a => Plain(a.Text(0)?.TrimStart()))
        .Add("rstrip", "text", static a => Plain(a.Text(0)?.TrimEnd()))
        .Add("strip", "text", static a => Plain(a.Text(0)?.Trim()))
        .Add("strip_newlines", "text", static a => Plain((a.Text(0) ?? "").Replace("\r\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)))
        .Add("size", "text", static a => ScriptNumber.Whole(a.Text(0)?.Length ?? 0))
        .Add("pad_left", "text width", static a => Pad(a, left: true))
        .Add("pad_right", "text width", static a => Pad(a, left: false))
        .Add("pluralize", "number singular plural", static a => Plain(a.Int(0) == 1 ? a.Text(1) : a.Text(2)))
        .Add("remove", "text remove", static a => Plain(string.IsNullOrEmpty(a.Text(1)) ? a.Text(0) : a.Text(0)?.Replace(a.Text(1)!, "", StringComparison.Ordinal)))
        .Add("remove_first", "text remove", static a => ReplaceOnce(a, "", fromEnd: false))
        .Add("remove_last", "text remove", static a => ReplaceOnce(a, "", fromEnd: true))
        .Add("replace", "text match replace", Replace)
        .Add("replace_first", "text match replace fromEnd?", static a => a.Value(0) is ScriptNull ? ScriptText.Blank : ReplaceOnce(a, a.Text(2) ?? "", a.Bool(3)))
        .Add("slice", "text start length?", static a => Slice(a, null))
        .Add("slice1", "text start length?", static a => Slice(a, 1))
        .Add("split", "text match", Split)
        .Add("to_int", "text", static a => int.TryParse(a.Text(0), NumberStyles.Integer, a.Run.Culture, out int n) ? ScriptNumber.Whole(n) : ScriptValue.Null)
        .Add("to_long", "text", static a => long.TryParse(a.Text(0), NumberStyles.Integer, a.Run.Culture, out long n) ? ScriptNumber.Whole(n) : ScriptValue.Null)
        .Add("to_float", "text", static a => float.TryParse(a.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, a.Run.Culture, out float n) ? ScriptNumber.Float(n) : ScriptValue.Null)
        .Add("to_double", "text", static a => double.TryParse(a.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, a.Run.Culture, out double n) ? ScriptNumber.Double(n) : ScriptValue.Null)
        .Add("truncate", "text length ellipsis?", Truncate)
        .Add("truncatewords", "text count ellipsis?", TruncateWords)
        .Close();

    public static ScriptValue Plain(string? text) => text is null ? ScriptValue.Null : new ScriptText(text);

    private static ScriptValue Joined(Arguments a, string? first, string? second) => a.Result((first ?? "") + (second ?? ""));

    private static string Capitalize(string text) => text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string CapitalizeWords(string text)
    {
        StringBuilder result = new(text.Length);
        bool begins = true;
        foreach (char c in text)
        {
            result.Append(begins ? char.ToUpperInvariant(c) : c);
            begins = char.IsWhiteSpace(c);
        }
        return result.ToString();
    }

    private static ScriptBool Test(Arguments a, Func<string, string, bool> test) =>
        ScriptBool.Of(a.Text(0) is { Length: > 0 } text && a.Text(1) is { Length: > 0 } value && test(text, value));

    private static string Handleize(string text)
    {
        StringBuilder result = new(text.Length);
        char last = '\0';
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                result.Append(last = char.ToLowerInvariant(c));
            else if (last != '-')
                result.Append(last = '-');
        }
        if (result.Length > 0 && result[^1] == '-')
            result.Length--;
        return result.ToString();
    }

    private static ScriptValue IndexOf(Arguments a)
    {
        string text = a.Text(0) ?? throw a.Fault(0, "Value cannot be null. (Parameter 'text')");
        string search = a.Text(1) ?? throw a.Fault(1, "Value cannot be null. (Parameter 'search')");
        int start = a.Has(2) && a.Value(2) is not ScriptNull ? a.Int(2) : 0;
        if (start < 0 || start > text.Length)
            throw a.Fault(2, "Index was out of range. Must be non-negative and less than or equal to the size of the collection. (Parameter 'startIndex')");
        int count = a.Has(3) && a.Value(3) is not ScriptNull ? a.Int(3) : text.Length - start;
        if (count < 0 || count > text.Length - start)
            throw a.Fault(3, "Count must be positive and count must refer to a location within the string/array/collection. (Parameter 'count')");
        StringComparison comparison = StringComparison.Ordinal;
        if (a.Text(4) is { } name && !Enum.TryParse(name, ignoreCase: true, out comparison))
            throw a.Fault(4, $"Requested value '{name}' was not found.");
        return ScriptNumber.Whole(text.IndexOf(search, start, count, comparison));
    }

    private static ScriptValue Pad(Arguments a, bool left)
    {
        string text = a.Text(0) ?? "";
        int width = a.Int(1);
        if (width < 0)
            throw a.Fault(1, "Non-negative number required. (Parameter 'totalWidth')");
        if (a.Run.Limits.Output > 0 && width > a.Run.Limits.Output)
            throw a.Fault(1, $"Padding width `{width}` exceeds the configured LimitToString `{a.Run.Limits.Output}`. (Parameter 'width')");
        return new ScriptText(left ? text.PadLeft(width) : text.PadRight(width));
    }

    private static ScriptValue Replace(Arguments a)
    {
        if (a.Text(0) is not { } text)
            return ScriptText.Blank;
        string match = a.Text(1) ?? "";
        if (match.Length == 0)
            throw a.Fault(1, "The value cannot be an empty string. (Parameter 'match')");
        string with = a.Text(2) ?? "";
        if (with.Length > match.Length)
        {
            long occurrences = 0;
            for (int at = text.IndexOf(match, StringComparison.Ordinal); at >= 0; at = text.IndexOf(match, at + match.Length, StringComparison.Ordinal))
                occurrences++;
            if (text.Length + (occurrences * (with.Length - match.Length)) > a.Run.Limits.Output && a.Run.Limits.Output > 0)
                throw a.Fault($"The resulting string length exceeds the configured LimitToString `{a.Run.Limits.Output}`.");
        }
        return new ScriptText(text.Replace(match, with, StringComparison.Ordinal));
    }

    private static ScriptValue ReplaceOnce(Arguments a, string with, bool fromEnd)
    {
        if (a.Text(0) is not { } text)
            return ScriptValue.Null;
        string match = a.Text(1) ?? "";
        if (match.Length == 0)
            return new ScriptText(text);
        int at = fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase) : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? new ScriptText(text) : a.Result(string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + match.Length)));
    }

    // A start before the beginning eats into the length, as in the reference: 'test' from -6 with 3 is 't'.
    private static ScriptText Slice(Arguments a, int? standard)
    {
        string? text = a.Text(0);
        int start = a.Int(1);
        if (text is null || start >= text.Length)
            return ScriptText.Blank;
        long length = a.Has(2) && a.Value(2) is not ScriptNull ? a.Int(2) : standard ?? text.Length;
        if (length < 0)
            throw a.Fault(2, $"length ('{length}') must be a non-negative value. (Parameter 'length')");
        long from = start < 0 ? (long)start + text.Length : start;
        if (from < 0)
        {
            length += from;
            from = 0;
        }
        long to = Math.Min(text.Length, from + length);
        return to <= from ? ScriptText.Blank : new ScriptText(text[(int)from..(int)to]);
    }

    private static ScriptValue Split(Arguments a)
    {
        string? text = a.Text(0);
        string? match = a.Text(1);
        if (string.IsNullOrEmpty(text))
            return new ScriptArray();
        if (string.IsNullOrEmpty(match))
            return new ScriptSequence(() => [new ScriptText(text)]);
        return new ScriptSequence(() => text.Split(match, StringSplitOptions.RemoveEmptyEntries).Select(static part => new ScriptText(part)));
    }

    private static ScriptValue Truncate(Arguments a)
    {
        string text = a.Text(0) ?? "";
        int length = a.Int(1);
        if (length < 0)
            return ScriptText.Blank;
        string ellipsis = a.Text(2) ?? "...";
        if (text.Length <= length)
            return new ScriptText(text);
        int keep = Math.Max(0, length - ellipsis.Length);
        return new ScriptText(string.Concat(text.AsSpan(0, keep), ellipsis));
    }

    // The reference always adds the dots and never reads the ellipsis.
    private static ScriptValue TruncateWords(Arguments a)
    {
        string text = a.Text(0) ?? "";
        int count = a.Int(1);
        if (text.Length == 0)
            return ScriptText.Blank;
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new ScriptText(string.Join(' ', words.Take(Math.Max(0, count))) + "...");
    }
}
