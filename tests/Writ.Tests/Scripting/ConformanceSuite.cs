using System.Text.Json;

namespace Writ.Tests.Scripting;

/// <summary>The shared suite, when it lies beside the repository; nothing of it is copied here.</summary>
internal static class ConformanceSuite
{
    public static IReadOnlyList<JsonElement>? Cases { get; } = Read();

    private static List<JsonElement>? Read()
    {
        string shared = Environment.GetEnvironmentVariable("WRIT_SHARED") is { Length: > 0 } given ? given : Path.Combine(Directory.GetParent(Golden.Root)!.FullName, "shared");
        string file = Path.Combine(shared, "scriban", "conformance.jsonl");
        if (!File.Exists(file))
            return null;
        List<JsonElement> cases = [];
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            cases.Add(document.RootElement.Clone());
        }
        return cases;
    }
}
