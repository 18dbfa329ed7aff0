using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>Parses a script file in the strict dialect.</summary>
internal static class ScriptReader
{
    public static Script? Read(string file, string text, List<PackProblem> problems)
    {
        try
        {
            return Script.Parse(text, file, ScriptOptions.Strict);
        }
        catch (ScriptException fault)
        {
            problems.AddRange(fault.Messages.Select(message => new PackProblem(file, message.Span.Line, message.Span.Column, "pack-script-malformed",
                new Bilingual($"脚本错误：{message.Text}", $"script error: {message.Text}"))));
            return null;
        }
    }
}
