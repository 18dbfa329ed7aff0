using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>Reads <c>examples/NAME[.PROFILE].json</c> (plain data) and <c>examples/rejected/NAME[.PROFILE].json</c> (data and the problems it must raise).</summary>
internal static class ExamplesReader
{
    public static PackExample? Read(string file, string relative, ReadOnlyMemory<byte> bytes, List<PackProblem> problems)
    {
        var rejected = relative.StartsWith("rejected/", StringComparison.Ordinal);
        var stem = relative[(rejected ? "rejected/".Length : 0)..^".json".Length];
        var dot = stem.LastIndexOf('.');
        var name = dot < 0 ? stem : stem[..dot];
        var profile = dot < 0 ? "default" : stem[(dot + 1)..];
        if (!rejected)
        {
            var before = problems.Count;
            LocatedJson.Read(file, bytes.Span, problems);
            return problems.Count == before ? new PackExample(name, profile, bytes, null) : null;
        }

        // The data of a rejected example may itself commit the crime of a repeated key, so only the frame is read strictly.
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var data = document.RootElement.GetProperty("data").GetRawText();
            var expected = document.RootElement.GetProperty("problems").EnumerateArray()
                .Select(item => new ExpectedProblem(item.GetProperty("code").GetString()!, item.GetProperty("path").GetString()!)).ToList();
            return new PackExample(name, profile, System.Text.Encoding.UTF8.GetBytes(data), expected);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            problems.Add(new PackProblem(file, 0, 0, "pack-example-malformed",
                new Bilingual("应为{\"data\":…,\"problems\":[{\"code\",\"path\"}]}", "must be {\"data\":…,\"problems\":[{\"code\",\"path\"}]}")));
            return null;
        }
    }
}
