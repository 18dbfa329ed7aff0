namespace Writ.Scripting;

/// <summary>Everything a script can call without defining it.</summary>
internal static class Library
{
    public static readonly ScriptObject Dates = DateFunctions.Make();

    /// <summary>Of the compatible dialect.</summary>
    public static readonly ScriptObject Builtins = Make(strict: false);

    /// <summary>Of the strict dialect: <c>raw</c> beside all others.</summary>
    public static readonly ScriptObject StrictBuiltins = Make(strict: true);

    private static ScriptObject Make(bool strict)
    {
        ScriptObject builtins = new()
        {
            ["array"] = ListFunctions.Make(),
            ["blank"] = ScriptEmpty.Instance,
            ["cn"] = ChineseFunctions.Make(),
            ["date"] = Dates,
            ["empty"] = ScriptEmpty.Instance,
            ["html"] = HtmlFunctions.Make(),
            ["include"] = IncludeFunctions.Include,
            ["include_join"] = IncludeFunctions.IncludeJoin,
            ["math"] = MathFunctions.Make(),
            ["object"] = ObjectFunctions.Make(),
            ["regex"] = RegexFunctions.Make(),
            ["string"] = TextFunctions.Make(),
            ["timespan"] = DurationFunctions.Make(),
        };
        if (strict)
            builtins["raw"] = new BuiltinFunction("value", static a => a.Value(0) is ScriptMarkup markup ? markup : new ScriptMarkup(a.Text(0) ?? ""));
        return builtins;
    }
}
