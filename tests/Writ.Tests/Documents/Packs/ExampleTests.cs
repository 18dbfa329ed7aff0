using System.Text.Json;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>Every example of every pack does what its place says: passes.</summary>
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
}
