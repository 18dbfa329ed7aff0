using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>The statutory rules of one pack.</summary>
internal sealed class RuleSet(IReadOnlyList<RuleText> rules)
{
    public IReadOnlyList<PackRule> Described { get; } = [.. rules.Select(rule => new PackRule(rule.Code, rule.Severity, rule.Message, rule.Basis))];

    public void Run(Pack pack, JsonElement model, Profile profile, DateTimeOffset now, ProblemList problems)
    {
    }
}
