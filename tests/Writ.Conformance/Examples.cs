using System.Collections.Concurrent;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Conformance;

/// <summary>Every example of every pack, rendered and sealed once, as files for the judges.</summary>
public static class Examples
{
    private const int BatchSize = 20;

    private static readonly Lazy<Chancery> House = new(Open);
    private static readonly Lazy<string> Folder = new(() => Directory.CreateTempSubdirectory("writ-conformance-").FullName);
    private static readonly ConcurrentDictionary<string, Lazy<SealedExample>> Made = new();

    /// <summary>Names as <c>pack/example/profile</c>.</summary>
    public static TheoryData<string> Names => [.. AllNames()];

    /// <summary>The numbers of batches for a judge that takes longer to start than to read a file.</summary>
    public static TheoryData<int> Batches => [.. AllNames().Chunk(BatchSize).Select((_, batch) => batch)];

    public static string Trust => Path.Combine(Root, "certs-dev", "trust.pem");

    internal static IEnumerable<string> InBatch(int batch) => AllNames().Skip(batch * BatchSize).Take(BatchSize);

    internal static Chancery Chancery => House.Value;

    internal static SealedExample Of(string name) => Made.GetOrAdd(name, made => new Lazy<SealedExample>(() => Make(made))).Value;

    internal static string Root { get; } = FindRoot();

    private static IEnumerable<string> AllNames() =>
        House.Value.Packs.Packs.SelectMany(pack => pack.Examples.Where(example => !example.IsRejected).Select(example => $"{pack.Id}/{example.Name}/{example.Profile}"));

    private static Chancery Open() => Outside.Chancery.Open(HouseFolders.Find(name => name == "Root" ? Root : null), TimeProvider.System);

    private static SealedExample Make(string name)
    {
        string[] parts = name.Split('/');
        Chancery house = House.Value;
        Pack pack = house.Packs.Find(parts[0])!;
        PackExample example = pack.Examples.Single(e => !e.IsRejected && e.Name == parts[1] && e.Profile == parts[2]);
        JsonElement data = JsonElement.Parse(example.Json.Span);
        DateTimeOffset now = house.Now;
        CheckResult check = pack.Check(data, house.Packs.Profiles[example.Profile], now);
        Assert.True(check.Passed, string.Join('\n', check.Problems));
        RenderResult result = house.Render(check.Checked!, now);
        Assert.True(result.Writ is not null, string.Join('\n', result.Problems));
        SealOutcome<SealedDocument> outcome = house.SealAsync(result.Writ.Pdf, house.Seals.Keys.Find("bureau", null).Value!, FieldNames.Issuer, SealLevel.T, now, CancellationToken.None).GetAwaiter().GetResult();
        Assert.True(outcome.Succeeded, string.Join('\n', outcome.Problems));
        byte[] bytes = outcome.Value.Bytes.ToArray();
        string file = Path.Combine(Folder.Value, string.Join('-', parts) + ".pdf");
        File.WriteAllBytes(file, bytes);
        return new SealedExample(pack, data, result.Writ.Layout!.Pages.Length, file, bytes);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "WritService.sln")))
                return at.FullName;
        throw new InvalidOperationException("WritService.sln is nowhere above " + AppContext.BaseDirectory);
    }
}

internal sealed record SealedExample(Pack Pack, JsonElement Data, int Pages, string File, byte[] Bytes);
