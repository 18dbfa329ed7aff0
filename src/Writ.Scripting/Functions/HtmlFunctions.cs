using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Writ.Scripting;

/// <summary>The namespace <c>html</c>.</summary>
internal static partial class HtmlFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("escape", "text", static a => a.Run.Options.EscapesPrintedValues
            ? a.Value(0) is ScriptMarkup markup ? markup : new ScriptMarkup(Escaping.Xml(a.Text(0) ?? ""))
            : TextFunctions.Plain(a.Text(0) is { } text ? WebUtility.HtmlEncode(text) : null))
        .Add("newline_to_br", "text", NewLineToBreak)
        .Add("strip", "text", Strip)
        .Add("url_encode", "text", static a => TextFunctions.Plain(a.Text(0) is { } text ? Percent(text, "-._~") : null))
        .Add("url_escape", "text", static a => TextFunctions.Plain(a.Text(0) is { } text ? Percent(text, "-._~:/?#[]@!$&'()*+,;=") : null))
        .Close();

    private static ScriptValue NewLineToBreak(Arguments a)
    {
        if (a.Text(0) is not { } text)
            return ScriptValue.Null;
        bool strict = a.Run.Options.EscapesPrintedValues;
        if (strict && a.Value(0) is not ScriptMarkup)
            text = Escaping.Xml(text);
        StringBuilder result = new(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r') || text[i] == '\r')
                result.Append("<br />");
            result.Append(text[i]);
        }
        return strict ? new ScriptMarkup(result.ToString()) : a.Result(result.ToString());
    }

    private static ScriptValue Strip(Arguments a)
    {
        if (a.Text(0) is not { } text)
            return ScriptValue.Null;
        return new ScriptText(new Regex(TagPattern, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, a.Run.Limits.RegexTime).Replace(text, ""));
    }

    private const string TagPattern = "<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>";

    private static string Percent(string text, string kept)
    {
        StringBuilder result = new(text.Length * 2);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || kept.Contains(c))
                result.Append(c);
            else
                result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return result.ToString();
    }
}
