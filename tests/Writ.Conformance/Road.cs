using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Conformance;

/// <summary>
/// A document's whole life under keys of one kind, kept as a file after every step: issued at each level; attested twice, closed, and extended
/// three times. Its authorities are the development ones, its certificates its own.
/// </summary>
internal sealed partial class Road
{
    private static readonly HouseFolders Folders = HouseFolders.Find(name => name == "Root" ? Examples.Root : null);
    private static readonly Lazy<FontLibrary> Fonts = new(() => FontFiles.Open(Folders.Fonts));

    // The default bureau's rules with one difference: it seals the edges of its decisions.
    private static readonly Lazy<PackLibrary> EdgeSealed = new(() =>
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = TemplateFiles.Read(Folders.Templates);
        files["profiles/default.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["profiles/default.json"].Span).Replace("\"edgeSeal\": false", "\"edgeSeal\": true", StringComparison.Ordinal));
        return PackLibrary.Load(files);
    });

    private readonly string folder = Directory.CreateTempSubdirectory("writ-road-").FullName;
    private readonly List<string> steps = [];
    private readonly DateTimeOffset now = Whole(Examples.Chancery.Now);
    private readonly SealingDesk desk;
    private readonly AttestingDesk attesting;
    private readonly ISealKey bureau;
    private readonly PackLibrary packs;

    private Road(string kind, bool pss, PackLibrary packs)
    {
        this.packs = packs;
        TimeProvider clock = TimeProvider.System;
        CertificateRecipe recipe = CertificateRecipe.Read(File.ReadAllBytes(Path.Combine(Examples.Root, "certs-dev", "recipe.json")));
        DevelopmentCertificates certificates = DevelopmentCertificates.Generate(recipe with { Certificates = [.. recipe.Certificates.Select(entry => entry.Use == "seal" ? entry with { Key = kind } : entry)] }, clock.GetUtcNow());
        DevelopmentAuthority authority = new(certificates, clock);
        RevocationSources revocation = new(new HttpClient(authority.Handler()), [authority.Host], TimeSpan.FromSeconds(5), clock);
        desk = new SealingDesk(new DevelopmentTimestampAuthority(certificates.Timestamps(), certificates.Trust, clock), revocation, certificates.Trust, clock);
        bureau = Key(certificates, "bureau", pss);
        attesting = new AttestingDesk(packs, Fonts.Value, desk, Key(certificates, "attestation", pss), new EvidenceVault(certificates.Public("custody")), certificates.Trust);
        Trust = certificates.Trust;
        Custody = certificates.WithKey("custody");
        Root = Path.Combine(folder, "root.pem");
        File.WriteAllText(Root, certificates.Trust.Roots[0].ExportCertificatePem());
        Chain = Path.Combine(folder, "chain.pem");
        File.WriteAllText(Chain, string.Join('\n', certificates.Names.Where(name => name != "root").Select(name => certificates.Public(name).ExportCertificatePem())));
    }

    public TrustAnchors Trust { get; }

    /// <summary>To whom evidence is encrypted, with the key that opens it.</summary>
    public X509Certificate2 Custody { get; }

    /// <summary>PEM file of the trusted root.</summary>
    public string Root { get; }

    /// <summary>PEM file of all other certificates, for judges that must be handed them.</summary>
    public string Chain { get; }

    /// <summary>The files, in order of their making.</summary>
    public IReadOnlyList<string> Steps => steps;

    /// <summary>A record with two officers' signatures.</summary>
    public static Road OfRecord(string kind, bool pss)
    {
        Road road = new(kind, pss, Examples.Chancery.Packs);
        byte[] writ = road.Render("xianchang-bilu");
        road.Keep("issued-B", road.Seal(writ, SealLevel.B));
        road.Keep("issued-LT", road.Seal(writ, SealLevel.LT));
        road.Keep("issued-LTA", road.Seal(writ, SealLevel.LTA));
        byte[] document = road.Keep("issued-T", road.Seal(writ, SealLevel.T));
        document = road.Keep("attested-once", road.Sign(document, "officer-1", "周建平", "22050115023"));
        document = road.Keep("attested-twice", road.Sign(document, "officer-2", "李思远", "22050115047"));
        road.CloseAndArchive(document);
        return road;
    }

    /// <summary>A decision with strips of the bureau's seal on its page edges (骑缝章).</summary>
    public static Road OfDecision(string kind, bool pss)
    {
        Road road = new(kind, pss, EdgeSealed.Value);
        road.CloseAndArchive(road.Keep("issued-T", road.Seal(road.Render("xingzheng-chufa-juedingshu"), SealLevel.T)));
        return road;
    }

    private void CloseAndArchive(byte[] document)
    {
        document = Keep("closed", Recorded(attesting.CloseAsync(document, bureau, SealLevel.T, now, CancellationToken.None)));
        document = Keep("extended-LT", Sealed(desk.ExtendAsync(document, SealLevel.LT, CancellationToken.None)));
        document = Keep("extended-LTA", Sealed(desk.ExtendAsync(document, SealLevel.LTA, CancellationToken.None)));
        Keep("renewed-LTA", Sealed(desk.ExtendAsync(document, SealLevel.LTA, CancellationToken.None)));
    }

    private byte[] Render(string packName, string name = "ordinary", string profile = "default")
    {
        Pack pack = packs.Find(packName)!;
        PackExample example = pack.Examples.First(example => !example.IsRejected && example.Profile == profile && example.Name == name);
        CheckedData data = pack.Check(JsonElement.Parse(example.Json.Span), packs.Profiles[example.Profile], now).Checked!;
        return new Renderer(packs, Fonts.Value).Render(data, now).Writ!.Pdf.ToArray();
    }

    private byte[] Seal(byte[] document, SealLevel level)
    {
        SealImpression impression = SealImpression.ForDevelopment("示例市市场监督管理局", Fonts.Value);
        return Sealed(desk.SealAsync(document, IssuingSeal.Request(Writ.Pdf.PdfFile.OpenStrictly(document), bureau, impression, null, now), level, CancellationToken.None));
    }

    private byte[] Sign(byte[] document, string slot, string name, string number)
    {
        JsonObject act = new()
        {
            ["act"] = "signature",
            ["slots"] = new JsonArray(slot),
            ["person"] = new JsonObject
            {
                ["name"] = name,
                ["certificateNumber"] = number,
                ["ink"] = Ink(),
            },
            ["at"] = Moment(now),
            ["shown"] = Convert.ToHexStringLower(SHA256.HashData(document)),
            ["everyPage"] = true,
        };
        return Recorded(attesting.AttestAsync(document, JsonElement.Parse(act.ToJsonString()), [], now, CancellationToken.None));
    }

    private static JsonObject Ink() => new()
    {
        ["format"] = "signature_pad",
        ["data"] = JsonNode.Parse("""[{"points":[{"x":10,"y":10,"time":1,"pressure":0.4},{"x":40,"y":14,"time":9,"pressure":0.7},{"x":70,"y":44,"time":18}]},{"points":[{"x":12,"y":50,"time":40},{"x":66,"y":12,"time":60}]}]"""),
    };

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private byte[] Keep(string step, byte[] document)
    {
        string file = Path.Combine(folder, $"{steps.Count:00}-{step}.pdf");
        File.WriteAllBytes(file, document);
        steps.Add(file);
        return document;
    }

    private static ISealKey Key(DevelopmentCertificates certificates, string name, bool pss) => PlatformSealKey.Of(name, certificates.WithKey(name), certificates.Chain(name), pss);

    private static byte[] Sealed(Task<SealOutcome<SealedDocument>> act)
    {
        SealOutcome<SealedDocument> outcome = act.GetAwaiter().GetResult();
        Assert.True(outcome.Succeeded, string.Join('\n', outcome.Problems));
        return outcome.Value.Bytes.ToArray();
    }

    private static byte[] Recorded(Task<AttestingOutcome> act)
    {
        AttestingOutcome outcome = act.GetAwaiter().GetResult();
        Assert.True(outcome is AttestingOutcome.Recorded, outcome switch
        {
            AttestingOutcome.Forbidden forbidden => string.Join('\n', forbidden.Problems),
            AttestingOutcome.Rejected rejected => string.Join('\n', rejected.Problems),
            AttestingOutcome.Refused refused => string.Join('\n', refused.Problems),
            _ => outcome.ToString(),
        });
        return ((AttestingOutcome.Recorded)outcome).Document.ToArray();
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
