using System.Text.Json;
using Writ.Documents;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Outside;

/// <summary>What both doors work with (文书室): opened once at start-up, immutable, shared by every request.</summary>
internal sealed class Chancery
{
    private readonly TimeProvider clock;
    private readonly Renderer renderer;

    private Chancery(PackLibrary packs, FontLibrary fonts, SealKeys keys, IReadOnlyList<ISealKey> allKeys, ITimestampAuthority authority, RevocationSources revocation, TrustAnchors trust, TimeProvider clock)
    {
        Packs = packs;
        Keys = keys;
        AllKeys = allKeys;
        Authority = authority;
        Trust = trust;
        Desk = new SealingDesk(authority, revocation, trust, clock);
        this.clock = clock;
        renderer = new Renderer(packs, fonts);
    }

    public PackLibrary Packs { get; }

    /// <summary>Keys for callers, each allowed some of them.</summary>
    public SealKeys Keys { get; }

    /// <summary>Every key, for the self-test.</summary>
    public IReadOnlyList<ISealKey> AllKeys { get; }

    public ITimestampAuthority Authority { get; }

    /// <summary>Seals and extends.</summary>
    public SealingDesk Desk { get; }

    /// <summary>The roots in which a verification believes.</summary>
    public TrustAnchors Trust { get; }

    /// <summary>The time in China, which every date on a writ means: the whole country keeps UTC+8, without summer time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));

    public CheckResult Check(Pack pack, JsonElement data, Profile profile) => pack.Check(data, profile, Now);

    public RenderResult Render(CheckedData data, DateTimeOffset now, RenderStop stop = RenderStop.Pdf) => renderer.Render(data, now, stop);

    /// <summary>The name of the bureau whose profile a document was rendered under; null when this house does not know it.</summary>
    public string? BureauName(string profile) => Packs.Profiles.GetValueOrDefault(profile)?.BureauName;

    /// <summary>What a seal of that profile's bureau leaves on the page; null when this house does not know the profile.</summary>
    public SealImpression? Impression(string profile) => BureauName(profile) is { } name ? SealImpression.ForDevelopment(name, renderer.Fonts) : null;

    /// <exception cref="PackException">The templates cannot be used.</exception>
    /// <exception cref="IOException">A file or folder is missing; the message says how to get it.</exception>
    /// <exception cref="InvalidDataException">A font or its mapping cannot be read.</exception>
    public static Chancery Open(HouseFolders folders, TimeProvider clock)
    {
        PackLibrary packs = PackLibrary.Load(TemplateFiles.Read(folders.Templates));
        FontLibrary fonts = FontFiles.Open(folders.Fonts);
        DevelopmentCertificates certificates = DevelopmentCertificates.OpenOrCreate(folders.Certificates, clock);
        SealKeys keys = new();
        ISealKey[] all = [.. DevelopmentKeys.Select(certificates.Key)];
        foreach (ISealKey key in all)
            keys.Add(key);
        DevelopmentAuthority development = new(certificates, clock);
        RevocationSources revocation = new(new HttpClient(development.Handler()), [development.Host], AuthorityTimeout, clock);
        return new Chancery(packs, fonts, keys, all, new DevelopmentTimestampAuthority(certificates.Timestamps(), certificates.Trust, clock), revocation, certificates.Trust, clock)
        {
            Development = development,
        };
    }

    /// <summary>The development authorities when they are the ones in use; null with a bureau's own.</summary>
    public DevelopmentAuthority? Development { get; private init; }

    private static readonly TimeSpan AuthorityTimeout = TimeSpan.FromSeconds(5);

    private static readonly string[] DevelopmentKeys = ["bureau", "attestation", "evidence"];
}
