using System.Text.Json;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>Every example of every pack does what its place says: passes, or raises exactly the problems written beside it.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Packs => [.. Templates.Library.Packs.Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Examples_pass(string id)
    {
        var pack = Templates.Library.Find(id)!;
        foreach (var example in pack.Examples.Where(example => !example.IsRejected))
        {
            var result = pack.Check(JsonElement.Parse(example.Json.Span), Templates.Library.Profiles[example.Profile], Templates.Now);
            Assert.True(result.Passed, $"{id}/{example.Name}: {string.Join("\n", result.Problems)}");
            Assert.True(result.Problems.Count == 0, $"{id}/{example.Name}: {string.Join("\n", result.Problems)}");
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Rejected_examples_raise_the_problems_they_name(string id)
    {
        var pack = Templates.Library.Find(id)!;
        foreach (var example in pack.Examples.Where(example => example.IsRejected))
        {
            var result = pack.Check(JsonElement.Parse(example.Json.Span), Templates.Library.Profiles[example.Profile], Templates.Now);
            var found = result.Problems.Select(problem => $"{problem.Code} {problem.Path}").Order(StringComparer.Ordinal);
            Assert.True(example.Expected!.Select(problem => $"{problem.Code} {problem.Path}").Order(StringComparer.Ordinal).SequenceEqual(found),
                $"{id}/{example.Name} raised: {string.Join("\n", result.Problems)}");
        }
    }

    [Fact]
    public void Every_rule_has_a_case_it_refuses()
    {
        var everywhere = Templates.Library.Packs.SelectMany(Refused).ToHashSet();
        var shared = Templates.Files().Where(file => file.Key.StartsWith("_rules/", StringComparison.Ordinal))
            .SelectMany(file => JsonElement.Parse(file.Value.Span).EnumerateArray().Select(rule => rule.GetProperty("code").GetString()!)).ToHashSet();
        var untried =
            from pack in Templates.Library.Packs
            let here = Refused(pack).ToHashSet()
            from rule in pack.Rules
            where !here.Contains(rule.Code) && !(shared.Contains(rule.Code) && everywhere.Contains(rule.Code))
            select $"{pack.Id} {rule.Code}";
        Assert.Empty(untried);
    }

    private static IEnumerable<string> Refused(Pack pack) =>
        pack.Examples.Where(example => example.IsRejected).SelectMany(example => example.Expected!.Select(problem => problem.Code));
}
