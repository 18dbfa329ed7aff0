using System.Globalization;
using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>The statutory rules of one pack.</summary>
internal sealed class RuleSet(IReadOnlyList<Rule> rules)
{
    public IReadOnlyList<Rule> Rules => rules;

    public IReadOnlyList<PackRule> Described { get; } =
        [.. rules.Select(rule => new PackRule(rule.Text.Code, rule.Text.Severity, rule.Text.Message, rule.Text.Basis))];

    public void Run(ScriptObject model, ScriptContext context, ProblemList problems)
    {
        foreach (var rule in rules)
        {
            if (problems.IsFull) return;
            try
            {
                if (rule.Each is null) Decide(rule, model, context, rule.Text.Path, problems);
                else DecideEach(rule, model, context, problems);
            }
            catch (ScriptException fault)
            {
                // A rule that cannot be decided must never count as kept.
                problems.Add(new Problem("rule-undecided", rule.Text.Path,
                    new Bilingual($"规则{rule.Text.Code}无法判断：{fault.Text}", $"rule {rule.Text.Code} could not be decided: {fault.Text}"), rule.Text.BasisText));
            }
        }
    }

    private static void DecideEach(Rule rule, ScriptObject model, ScriptContext context, ProblemList problems)
    {
        var count = int.Parse(rule.Each!.Size.Evaluate(model, context).ToString(), CultureInfo.InvariantCulture);
        for (var index = 0; index < count; index++)
        {
            model["index"] = ScriptValue.From(index);
            model["item"] = rule.Each.Item.Evaluate(model, context);
            Decide(rule, model, context, rule.Text.Path.Replace("[*]", $"[{index.ToString(CultureInfo.InvariantCulture)}]", StringComparison.Ordinal), problems);
        }
        model["item"] = ScriptValue.Null;
    }

    private static void Decide(Rule rule, ScriptObject model, ScriptContext context, string path, ProblemList problems)
    {
        if (rule.When is not null && !rule.When.Evaluate(model, context).IsTrue) return;
        if (rule.Must.Evaluate(model, context).IsTrue) return;
        problems.Add(new Problem(rule.Text.Code, path, rule.Text.Message, rule.Text.BasisText, rule.Text.Severity));
    }
}
