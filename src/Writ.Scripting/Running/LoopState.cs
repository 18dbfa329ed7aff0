namespace Writ.Scripting;

/// <summary>What <c>for.</c>, <c>tablerow.</c> and <c>while.</c> know.</summary>
internal sealed class LoopState(string loop)
{
    public string Loop { get; } = loop;
    public int Index { get; set; }
    public int Length { get; set; }
    public bool IsLast { get; set; }
    public bool Changed { get; set; } = true;
    public int Column { get; set; }

    public static bool Knows(string loop, string name) => name switch
    {
        "index" or "first" or "even" or "odd" => true,
        "rindex" or "last" or "changed" or "length" => loop != "while",
        "col" => loop == "tablerow",
        _ => false,
    };

    public ScriptValue Answer(string name) => name switch
    {
        "index" => ScriptNumber.Whole(Index),
        "rindex" => ScriptNumber.Whole(Length - Index - 1),
        "first" => ScriptBool.Of(Index == 0),
        "last" => ScriptBool.Of(IsLast),
        "even" => ScriptBool.Of(Index % 2 == 0),
        "odd" => ScriptBool.Of(Index % 2 != 0),
        "length" => ScriptNumber.Whole(Length),
        "changed" => ScriptBool.Of(Changed),
        _ => ScriptNumber.Whole(Column),
    };
}
