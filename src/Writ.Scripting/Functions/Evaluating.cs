namespace Writ.Scripting;

/// <summary><c>object.eval</c> and <c>object.eval_template</c>: text run as script in the current context.</summary>
internal static class Evaluating
{
    public static ScriptValue Code(Arguments a) => Evaluate(a, isCode: true);

    public static ScriptValue Template(Arguments a) => Evaluate(a, isCode: false);

    private static ScriptValue Evaluate(Arguments a, bool isCode)
    {
        if (a.Value(0) is not ScriptText text)
            return a.Value(0);
        Script script;
        try
        {
            script = Script.Parse(text.Value, "<input>", a.Run.Options with { Mode = isCode ? ScriptMode.Code : ScriptMode.Template });
        }
        catch (ScriptException error)
        {
            throw a.Fault(0, error.Message);
        }
        if (!isCode)
        {
            ScriptMarkup written = a.Run.RenderInline(script);
            return a.Run.Options.EscapesPrintedValues ? written : new ScriptText(written.Value);
        }
        try
        {
            return a.Run.Evaluate(script.Page);
        }
        catch (ScriptException error)
        {
            throw a.Fault(0, error.Message);
        }
    }
}
