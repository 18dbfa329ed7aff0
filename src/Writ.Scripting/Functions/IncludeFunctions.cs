namespace Writ.Scripting;

/// <summary><c>include</c> and <c>include_join</c>: other templates, handed in by the context.</summary>
internal static class IncludeFunctions
{
    private const string TemplateMark = "tpl:";

    public static BuiltinFunction Include { get; } = new("name args*", static a =>
    {
        if (a.Text(0) is not { Length: > 0 } name)
            throw a.Fault("Include template name cannot be null or empty");
        ScriptArray arguments = new([a.Value(0)]);
        for (int i = 0; i < a.Rest.Count; i++)
        {
            BoundArgument argument = a.Rest[i];
            if (argument.Name is null)
                arguments.Items.Add(argument.Value);
            else
                arguments.SetMember(argument.Name, argument.Value);
        }
        return Rendered(a, name, arguments);
    });

    public static BuiltinFunction IncludeJoin { get; } = new("names separator begin? end?", static a =>
    {
        if (a.List(0) is not { } names)
            return ScriptText.Blank;
        ScriptValue separator = Part(a, 1);
        ScriptValue begin = Part(a, 2);
        ScriptValue end = Part(a, 3);
        bool strict = a.Run.Options.EscapesPrintedValues;
        System.Text.StringBuilder text = new(strict ? Operating.AsMarkup(a.Run, begin) : a.Run.Text(begin));
        bool first = true;
        foreach (ScriptValue item in Lists.TryWalk(a.Value(0)) ?? names)
        {
            if (!first)
                text.Append(strict ? Operating.AsMarkup(a.Run, separator) : a.Run.Text(separator));
            first = false;
            string name = a.Run.Text(item);
            text.Append(a.Run.Text(Rendered(a, name, new ScriptArray([new ScriptText(name)]))));
        }
        text.Append(strict ? Operating.AsMarkup(a.Run, end) : a.Run.Text(end));
        return strict ? new ScriptMarkup(text.ToString()) : new ScriptText(text.ToString());
    });

    private static ScriptValue Part(Arguments a, int index)
    {
        string text = a.Text(index) ?? "";
        if (!text.StartsWith(TemplateMark, StringComparison.Ordinal))
            return a.Value(index);
        string name = text[TemplateMark.Length..];
        return Rendered(a, name, new ScriptArray([new ScriptText(name)]));
    }

    private static ScriptValue Rendered(Arguments a, string name, ScriptArray arguments)
    {
        ScriptContext context = a.Run.Context;
        if (!context.HasIncludes)
            throw a.Fault($"Unable to include <{name}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        Script script;
        try
        {
            script = context.Find(name, a.Run.Options) ?? throw a.Fault($"There is no template `{name}` to include");
        }
        catch (ScriptException error) when (error.IsParsing)
        {
            throw a.Fault($"Error while parsing template `{name}` from `{name}`: {error.Message}");
        }
        a.Run.EnterCall(a.Site.Place);
        ScriptMarkup written = a.Run.RenderPage(script, arguments);
        a.Run.LeaveCall();
        return a.Run.Options.EscapesPrintedValues ? written : new ScriptText(written.Value);
    }
}
