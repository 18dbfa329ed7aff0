using System.Text.Json;
using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>Short ways to run a script in a test.</summary>
internal static class Scripts
{
    public static ScriptObject Model(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return (ScriptObject)ScriptValue.FromJson(document.RootElement);
    }

    public static string Run(string template, string model = "{}", ScriptOptions? options = null, ScriptContext? context = null) =>
        Script.Parse(template, "test.sbn", options ?? ScriptOptions.Compatible).Render(Model(model), context ?? ScriptContext.Nothing).Text;

    public static string Strict(string template, string model = "{}", ScriptContext? context = null) => Run(template, model, ScriptOptions.Strict, context);

    public static ScriptException Fails(string template, string model = "{}", ScriptOptions? options = null, ScriptContext? context = null) =>
        Assert.Throws<ScriptException>(() => Run(template, model, options, context));
}
