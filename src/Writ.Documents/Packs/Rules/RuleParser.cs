using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>Parses the expressions of a rule file.</summary>
internal static class RuleParser
{
    public static IReadOnlyList<Rule> Parse(IReadOnlyList<RuleText> texts, List<PackProblem> problems)
    {
        var rules = new List<Rule>();
        foreach (var text in texts)
        {
            var size = Expression(text, text.Each is null ? null : $"({text.Each}) | array.size", problems);
            var item = Expression(text, text.Each is null ? null : $"({text.Each})[index]", problems);
            var when = Expression(text, text.When, problems);
            if (Expression(text, text.Must, problems) is { } must)
                rules.Add(new Rule(text, size is null || item is null ? null : new RuleItems(size, item), when, must));
        }
        return rules;
    }

    private static ScriptExpression? Expression(RuleText rule, string? text, List<PackProblem> problems)
    {
        if (text is null) return null;
        try
        {
            return ScriptExpression.Parse(text, rule.Code);
        }
        catch (ScriptException fault)
        {
            problems.Add(new PackProblem(rule.File, rule.At.Line, rule.At.Column, "pack-rule-malformed",
                new Bilingual($"规则{rule.Code}的表达式无效：{text}（{fault.Message}）", $"rule {rule.Code}: malformed expression {text} ({fault.Message})")));
            return null;
        }
    }
}
