using System.Text.RegularExpressions;

namespace Writ.Scripting;

/// <summary>The namespace <c>regex</c>: .NET syntax, bounded in time.</summary>
internal static class RegexFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("escape", "pattern", static a => new ScriptText(Regex.Escape(a.Text(0) ?? throw a.Fault("Argument `pattern` cannot be null for function `Escape`."))))
        .Add("unescape", "pattern", static a => new ScriptText(Regex.Unescape(a.Text(0) ?? throw a.Fault("Argument `pattern` cannot be null for function `Unescape`."))))
        .Add("match", "text pattern options?", static a => Groups(Make(a, 2).Match(Text(a))))
        .Add("matches", "text pattern options?", static a => new ScriptArray(Make(a, 2).Matches(Text(a)).Select(Groups)))
        .Add("replace", "text pattern replace options?", static a => a.Result(Make(a, 3).Replace(Text(a), a.RequiredText(2))))
        .Add("split", "text pattern options?", static a => new ScriptArray(Make(a, 2).Split(Text(a)).Select(static part => new ScriptText(part))))
        .Close();

    private static string Text(Arguments a) => a.RequiredText(0);

    private static Regex Make(Arguments a, int options)
    {
        string pattern = a.RequiredText(1);
        RegexOptions set = RegexOptions.CultureInvariant;
        foreach (char c in a.Text(options) ?? "")
        {
            set |= c switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }
        return new Regex(pattern, set, a.Run.Limits.RegexTime);
    }

    private static ScriptValue Groups(Match match) =>
        match.Success ? new ScriptArray(match.Groups.Cast<Group>().Select(static group => new ScriptText(group.Value))) : new ScriptArray();
}
