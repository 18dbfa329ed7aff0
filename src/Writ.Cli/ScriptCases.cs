using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Writ.Scripting;

namespace Writ.Cli;

/// <summary>Runs cases of the conformance suite's form: a JSON object a line in, <c>{"id","output","error","line","column"}</c> a line out.</summary>
internal static class ScriptCases
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            string answer;
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                answer = Answer(document.RootElement);
            }
            catch (JsonException error)
            {
                Console.Error.WriteLine("writ: " + error.Message);
                return ExitCode.Unusable;
            }
            output.WriteLine(answer);
            output.Flush();
        }
        return ExitCode.Passed;
    }

    /// <summary>The answer to one case, as a line of JSON.</summary>
    public static string Answer(JsonElement test)
    {
        string id = test.TryGetProperty("id", out JsonElement named) ? named.ToString() : "";
        try
        {
            ScriptOptions options = Options(test);
            JsonElement switches = test.TryGetProperty("options", out JsonElement given) ? given : default;
            Script script = Script.Parse(test.GetProperty("template").GetString()!, "<input>", options);
            StringComparer names = Flag(switches, "ignoreCase") == true ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
            ScriptObject model = test.TryGetProperty("model", out JsonElement data) ? (ScriptObject)Value(data, names) : new ScriptObject();
            return JsonSerializer.Serialize(new { id, output = script.Render(model, Context(test)).Text, error = (string?)null, line = 0, column = 0 }, Written);
        }
        catch (ScriptException error)
        {
            return JsonSerializer.Serialize(new { id, output = (string?)null, error = error.Text, line = error.Span.Line, column = error.Span.Column, file = error.Span.File }, Written);
        }
    }

    /// <summary>A fresh seed for scripts that ask for random numbers.</summary>
    public static ulong Seed() => BitConverter.ToUInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private static ScriptContext Context(JsonElement test)
    {
        if (!test.TryGetProperty("includes", out JsonElement listed))
            return new ScriptContext() { Now = TimeProvider.System.GetUtcNow(), Seed = Seed() };
        Dictionary<string, string> includes = new(StringComparer.Ordinal);
        foreach (JsonProperty include in listed.EnumerateObject())
            if (include.Value.GetString() is { } text)
                includes[include.Name] = text;
        return new ScriptContext(includes) { Now = TimeProvider.System.GetUtcNow(), Seed = Seed() };
    }

    private static ScriptOptions Options(JsonElement test)
    {
        JsonElement switches = test.TryGetProperty("options", out JsonElement given) ? given : default;
        ScriptOptions standard = ScriptOptions.Compatible;
        ScriptLimits limits = standard.Limits;
        return standard with
        {
            Mode = (test.TryGetProperty("mode", out JsonElement mode) ? mode.GetString() : null) switch
            {
                "script" => ScriptMode.Code,
                "frontmatter" => ScriptMode.FrontMatter,
                _ => ScriptMode.Template,
            },
            Culture = test.TryGetProperty("culture", out JsonElement culture) ? culture.GetString() ?? "" : "",
            StrictVariables = Flag(switches, "strictVariables") ?? standard.StrictVariables,
            RelaxedMember = Flag(switches, "relaxedMember") ?? standard.RelaxedMember,
            RelaxedTarget = Flag(switches, "relaxedTarget") ?? standard.RelaxedTarget,
            RelaxedFunction = Flag(switches, "relaxedFunction") ?? standard.RelaxedFunction,
            RelaxedIndexer = Flag(switches, "relaxedIndexer") ?? standard.RelaxedIndexer,
            NullIndexer = Flag(switches, "nullIndexer") ?? standard.NullIndexer,
            AutoIndent = Flag(switches, "autoIndent") ?? standard.AutoIndent,
            IndentOnEmptyLines = Flag(switches, "indentOnEmptyLines") ?? standard.IndentOnEmptyLines,
            RendersErrors = Flag(switches, "renderErrors") ?? standard.RendersErrors,
            ReadsDecimals = Flag(switches, "parseFloatAsDecimal") ?? standard.ReadsDecimals,
            RefusesStatementFunctions = Flag(switches, "errorForStatementFunctionAsExpression") ?? standard.RefusesStatementFunctions,
            Limits = limits with
            {
                Loop = Number(switches, "loopLimit") ?? limits.Loop,
                Recursion = Number(switches, "recursiveLimit") ?? limits.Recursion,
                Output = Number(switches, "limitToString") ?? limits.Output,
                ObjectDepth = Number(switches, "objectRecursionLimit") ?? limits.ObjectDepth,
                ExpressionDepth = Number(switches, "expressionDepthLimit") ?? limits.ExpressionDepth,
                RegexTime = Number(switches, "regexTimeoutMs") is { } time ? TimeSpan.FromMilliseconds(time) : limits.RegexTime,
            },
        };
    }

    private static bool? Flag(JsonElement switches, string name) =>
        switches.ValueKind == JsonValueKind.Object && switches.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : null;

    private static int? Number(JsonElement switches, string name) =>
        switches.ValueKind == JsonValueKind.Object && switches.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : null;

    // The suite's tags say what JSON cannot; other numbers with a point are doubles here, not decimals.
    private static ScriptValue Value(JsonElement element, StringComparer names)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0:
                return ScriptValue.From(element.GetDouble());
            case JsonValueKind.Array:
                return ScriptValue.From(element.EnumerateArray().Select(item => Value(item, names)));
            case JsonValueKind.Object:
                if (element.TryGetProperty("$decimal", out JsonElement exact))
                    return ScriptValue.From(decimal.Parse(exact.GetString()!, CultureInfo.InvariantCulture));
                if (element.TryGetProperty("$date", out JsonElement date))
                    return ScriptValue.From(DateTime.Parse(date.GetString()!, CultureInfo.InvariantCulture));
                if (element.TryGetProperty("$timespan", out JsonElement span))
                    return ScriptValue.From(TimeSpan.Parse(span.GetString()!, CultureInfo.InvariantCulture));
                ScriptObject members = new(names);
                foreach (JsonProperty property in element.EnumerateObject())
                    members[property.Name] = Value(property.Value, names);
                return members;
            default:
                return ScriptValue.FromJson(element);
        }
    }
}
