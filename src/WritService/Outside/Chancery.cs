using System.Text.Json;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Outside;

/// <summary>What both doors work with (文书室): opened once at start-up, immutable, shared by every request.</summary>
internal sealed class Chancery
{
    private readonly TimeProvider clock;
    private readonly Renderer renderer;
    private readonly SealingDesk desk;
    private readonly Dictionary<string, Lazy<SealImpression>> drawn;

    private Chancery(PackLibrary packs, FontLibrary fonts, SealCabinet seals, TimeProvider clock)
    {
        Packs = packs;
        Seals = seals;
        Fonts = fonts;
        this.clock = clock;
        renderer = new Renderer(packs, fonts);
        // Only the development keys leave a drawn impression; each bureau's is drawn once, when it is first wanted.
        drawn = seals.Development is null ? [] : packs.Profiles.Values.Select(profile => profile.BureauName).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => new Lazy<SealImpression>(() => SealImpression.ForDevelopment(name, fonts)), StringComparer.Ordinal);
        desk = new SealingDesk(seals.Authority, seals.Revocation, seals.Trust, clock);
        Tablets = seals.Attestation is { } signer ? new TabletDesk(packs, signer, seals.Trust) : null;
        Attesting = seals is { Attestation: { } key, Vault: { } vault } ? new AttestingDesk(packs, fonts, desk, key, vault, seals.Trust) : null;
    }

    public PackLibrary Packs { get; }

    public SealCabinet Seals { get; }

    public FontLibrary Fonts { get; }

    /// <summary>Records what people do with documents; null where the installation has no attestation key or no custody certificate.</summary>
    public AttestingDesk? Attesting { get; }

    /// <summary>Issues tickets and takes captures; null where the installation has no attestation key.</summary>
    public TabletDesk? Tablets { get; }

    /// <summary>The time in China, which every date on a writ means: the whole country keeps UTC+8, without summer time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));

    public CheckResult Check(Pack pack, JsonElement data, Profile profile) => pack.Check(data, profile, Now);

    public RenderResult Render(CheckedData data, DateTimeOffset now, RenderStop stop = RenderStop.Pdf, CancellationToken cancel = default) => renderer.Render(data, now, stop, cancel);

    /// <summary>
    /// Seals in the field of that name, which says what kind of act it is: the issuer's certifies and leaves the bureau's impression, the
    /// one of a slot wants an act, any other approves. A document is closed by its <see cref="Attesting"/> desk, which knows what is still open.
    /// </summary>
    public Task<SealOutcome<SealedDocument>> SealAsync(ReadOnlyMemory<byte> document, ISealKey key, string field, SealLevel level, DateTimeOffset now, CancellationToken cancel)
    {
        if (field == FieldNames.Close)
            throw new ArgumentException("A document is closed by AttestingDesk.CloseAsync.", nameof(field));
        SealOutcome<PdfFile> opened = Sealer.Read(document);
        if (!opened.Succeeded)
            return Task.FromResult(SealOutcome<SealedDocument>.Refuse(opened.Problems));
        PdfFile file = opened.Value;
        SealRequest request;
        try
        {
            if (WritFacts.Read(file) is { IsDerived: true })
                return Task.FromResult<SealOutcome<SealedDocument>>(Derived);
            if (field != FieldNames.Issuer && DocumentState.Read(file) is { } state && !Issuing.TakesSealWithoutAct(state, field))
                return Task.FromResult<SealOutcome<SealedDocument>>(WithoutAct);
            request = field == FieldNames.Issuer ? Issue(file, key, now) : new SealRequest { Key = key, Field = field, Act = SealAct.Approve, Time = now };
        }
        catch (PdfFormatException fault)
        {
            return Task.FromResult<SealOutcome<SealedDocument>>(SealProblem.DocumentUnreadable(fault.Message));
        }
        return desk.SealAsync(file, request, level, cancel);
    }

    /// <summary>Brings the seals of a document to a higher level; one of ours whose record is spoilt is refused, as for a seal.</summary>
    public Task<SealOutcome<SealedDocument>> ExtendAsync(ReadOnlyMemory<byte> document, SealLevel level, CancellationToken cancel)
    {
        SealOutcome<PdfFile> opened = Sealer.Read(document);
        if (!opened.Succeeded)
            return Task.FromResult(SealOutcome<SealedDocument>.Refuse(opened.Problems));
        try
        {
            WritFacts.Read(opened.Value);
        }
        catch (PdfFormatException fault)
        {
            return Task.FromResult<SealOutcome<SealedDocument>>(SealProblem.DocumentUnreadable(fault.Message));
        }
        return desk.ExtendAsync(opened.Value, level, cancel);
    }

    /// <summary>Examines a document within bounds of size and time.</summary>
    public Report Examine(byte[] document, CancellationToken cancel = default) => BoundedExamination.Run(document, Seals.Trust, Now, cancel);

    /// <summary>Times of the seals a document bears: proven by their timestamps, else claimed.</summary>
    public IReadOnlyList<DateTimeOffset> SealTimes(byte[] document) => Examine(document).SealTimes();

    /// <summary>What a document says of itself; null when it is none of this service, or is no document.</summary>
    /// <exception cref="PdfFormatException">Its embedded files cannot be read.</exception>
    public static WritFacts? Facts(ReadOnlyMemory<byte> document) => Sealer.Read(document) is { Value: { } file } ? WritFacts.Read(file) : null;

    /// <summary>Signs the receipt of a document that leaves the house, as a compact JWS (RFC 7515): with the key that sealed it, else with the first.</summary>
    public async Task<SealOutcome<string>> SignAsync(Receipt receipt, string? sealedBy, CancellationToken cancel)
    {
        ISealKey key = Seals.All.FirstOrDefault(key => key.Name == sealedBy) ?? Seals.All[0];
        StatementDraft draft = receipt.Draft(key);
        SealOutcome<byte[]> signature = await key.SignAsync(draft.Digest, cancel);
        return signature.Succeeded ? draft.Complete(signature.Value) : SealOutcome<string>.Refuse(signature.Problems);
    }

    /// <summary>Reviews what a document of this service says of itself; null for any other file.</summary>
    public (Report Report, WritReview? Review) Review(byte[] document, Report report) => BoundedExamination.Review(document, report, Packs, renderer);

    /// <summary>The report on a document as an archival file for the dossier.</summary>
    public byte[] Paper(string name, byte[] document, Report report, WritReview? review) => ReportPaper.Write(name, document, report, review, Now, Fonts);

    /// <exception cref="PackException">The templates cannot be used.</exception>
    /// <exception cref="IOException">A file or folder is missing; the message says how to get it.</exception>
    /// <exception cref="InvalidDataException">A font, a mapping or a seal key cannot be read.</exception>
    public static Chancery Open(HouseFolders folders, TimeProvider clock) => new(
        PackLibrary.Load(TemplateFiles.Read(folders.Templates)),
        FontFiles.Open(folders.Fonts),
        folders.Seals is { } seals ? SealCabinet.OfBureau(seals, clock) : SealCabinet.OfDevelopment(folders.Certificates, clock),
        clock);

    private static readonly SealProblem Derived = new("document-derived", "这是经遮盖的派生文书，不是原文书，不予签章。", "This is a masked document derived from a writ, not the writ; it is not sealed.", SealFault.Request);

    private static readonly SealProblem WithoutAct = new("seal-without-act", "签署栏的签章只随签署记录加盖（attest），不能单独加盖。", "The seal of a slot is set with the act it stands over (attest), never by itself.", SealFault.Request);

    // The bureau whose name a drawn impression bears is that of the profile the document was rendered under.
    private SealRequest Issue(PdfFile document, ISealKey key, DateTimeOffset now)
    {
        string? bureau = WritFacts.Read(document) is { } facts && Packs.Profiles.TryGetValue(facts.Profile, out Profile? profile) ? profile.BureauName : null;
        SealImpression? impression = Seals.Impression(key.Name) ?? (bureau is null ? null : drawn.GetValueOrDefault(bureau)?.Value);
        return IssuingSeal.Request(document, key, impression, bureau, now);
    }
}
