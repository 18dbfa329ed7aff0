using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>Joins the parts of <c>$"..."</c>.</summary>
internal static class Interpolating
{
    public static ScriptValue Join(Run run, Interpolation interpolation)
    {
        StringBuilder text = new();
        bool strict = run.Options.EscapesPrintedValues;
        List<ScriptValue>? values = null;
        bool hasMarkup = false;
        foreach (Expression part in interpolation.Parts)
        {
            ScriptValue value = part.Evaluate(run);
            hasMarkup |= value is ScriptMarkup;
            if (strict)
                (values ??= []).Add(value);
            else
                text.Append(Plain(run, value));
        }
        if (!strict)
            return new ScriptText(text.ToString());
        foreach (ScriptValue value in values ?? [])
            text.Append(hasMarkup && value is not ScriptMarkup ? Escaping.Xml(run.Text(value)) : run.Text(value));
        return hasMarkup ? new ScriptMarkup(text.ToString()) : new ScriptText(text.ToString());
    }

    // The reference appends .NET's own texts here: True, invariant numbers, the default date format. Strict mode prints as everywhere else.
    private static string Plain(Run run, ScriptValue value) => value switch
    {
        ScriptBool flag => flag.Value ? "True" : "False",
        ScriptNumber number => number.Text(CultureInfo.InvariantCulture),
        ScriptDate date => date.Value.ToString(CultureInfo.InvariantCulture),
        _ => run.Text(value),
    };
}
