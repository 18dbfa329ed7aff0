using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>Random and mutated templates: a script fails only with <see cref="ScriptException"/>, and never costs more than its limits.</summary>
public sealed class FuzzTests
{
    private static readonly ScriptOptions[] Dialects =
    [
        Bounded(ScriptOptions.Compatible), Bounded(ScriptOptions.Strict), Bounded(ScriptOptions.Compatible with { Mode = ScriptMode.Code }), Bounded(ScriptOptions.Compatible with { Mode = ScriptMode.FrontMatter }),
    ];

    private static readonly string[] Pieces =
    [
        "{{ ", " }}", "{{- ", " ~}}", "if ", "else", "end", "for i in ", "while ", "func f(a)", "ret ", "case ", "when ", "capture x", "with ", "wrap f", "do; ", "include 'p'", "$0", "$$", "x", "a.b", "a[0]",
        "1", "2.5", "1.10m", "'t'", "\"\\n\"", "`v`", "$'{x}'", "[1,2]", "{a: 1}", " + ", " - ", " * ", " / ", " // ", " % ", " << ", "..", " == ", " != ", " < ", " && ", " || ", " ?? ", " ? 1 : 2", " | ", "=", "++", "(", ")", "; ", "\n",
        "array.sort", "array.join ','", "string.upcase", "string.slice 1", "math.round", "date.parse", "date.to_string '%F'", "object.to_json", "object.eval", "regex.match 'a+'", "cn.amount_capital", "cn.date", "raw", "null", "true", "this", "empty", "#c", "@", "!", "^", "text ", "{%{", "}%}",
    ];

    private static readonly string[] Seeds =
    [
        "{{ for i in items; i.n + 1; else; 'none'; end }}", "  {{~ if x ~}} a {{ else }} b {{- end }}", "{{ func f(a, b = 1, c...); ret [a, b, c]; end; f 1 2 k: 3 | array.join ',' }}",
        "{{ x = {a: [1, 2.5, 'q']}; x.a[-1] | string.upcase; x.b?.c ?? 'd' }}", "{{ '2024-03-05' | date.parse | date.add_days 1.5 | date.to_string '%c %s' }}", "{{ $'{1 + 1} {items.size}' }}{{ 'a-b' | string.split '-' | array.map 'size' }}",
    ];

    [Property(MaxTest = 600)]
    public Property Random_pieces() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(), picks => Survives(string.Concat(picks.Take(40).Select(static pick => Pieces[Math.Abs(pick % Pieces.Length)]))));

    [Property(MaxTest = 600)]
    public Property Mutated_seeds() => Prop.ForAll(
        ArbMap.Default.ArbFor<(int, int, char)[]>(), edits => Survives(Mutate(edits)));

    [Property(MaxTest = 300)]
    public Property Any_text() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Survives("{{ " + text) && Survives(text ?? ""));

    /// <summary>Whatever can be read prints itself.</summary>
    [Property(MaxTest = 400)]
    public Property Readable_pieces_print_themselves() => Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), picks =>
    {
        string text = "{{ " + string.Concat(picks.Take(12).Select(static pick => Pieces[Math.Abs(pick % Pieces.Length)]));
        if (TryRead(text) is not null)
            PrintTests.AssertLaw(text, ScriptMode.Template);
    });

    private static string Mutate((int Place, int Kind, char Letter)[] edits)
    {
        string text = Seeds[edits.Length % Seeds.Length];
        foreach ((int place, int kind, char letter) in edits.Take(6))
        {
            int at = Math.Abs(place % (text.Length + 1));
            text = Math.Abs(kind % 3) switch
            {
                0 => text.Insert(at, letter.ToString()),
                1 => at < text.Length ? text.Remove(at, 1) : text,
                _ => text.Insert(at, Pieces[Math.Abs(kind % Pieces.Length)]),
            };
        }
        return text;
    }

    private static Script? TryRead(string text)
    {
        try
        {
            return Script.Parse(text, "fuzz", Dialects[0]);
        }
        catch (ScriptException)
        {
            return null;
        }
    }

    private static bool Survives(string text)
    {
        ScriptContext context = new(new Dictionary<string, string> { ["p"] = text }) { Now = DateTimeOffset.UnixEpoch, Seed = 1 };
        ScriptObject model = Scripts.Model("""{"items":[{"n":1},{"n":2}],"a":{"b":1},"x":"t"}""");
        foreach (ScriptOptions dialect in Dialects)
        {
            try
            {
                string output = Script.Parse(text, "fuzz", dialect).Render(model, context).Text;
                if (output.Length > dialect.Limits.Output + 3)
                    return false;
            }
            catch (ScriptException)
            {
                // The only way to fail.
            }
        }
        return true;
    }

    private static ScriptOptions Bounded(ScriptOptions options) =>
        options with { Limits = options.Limits with { Loop = 200, Steps = 20_000, Output = 20_000, RegexTime = TimeSpan.FromMilliseconds(50) } };
}
