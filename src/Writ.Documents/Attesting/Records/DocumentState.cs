using System.Security.Cryptography;
using System.Text.Json;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>A document as it stands: what it is, its slots, and what people did with it so far. Read from the file alone.</summary>
public sealed record DocumentState
{
    internal DocumentState(PdfFile file, DocumentForm form, WritFacts facts, JsonElement caseData, IReadOnlyList<SlotState> slots, IReadOnlyList<RecordedAct> acts)
    {
        File = file;
        Form = form;
        Facts = facts;
        CaseData = caseData;
        Slots = slots;
        Acts = acts;
    }

    public string DocumentId => Facts.DocumentId;

    public string PackId => Facts.PackId;

    public string PackName => Facts.Record.GetProperty("pack").TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : PackId;

    public string PackVersion => Facts.PackVersion;

    public string Profile => Facts.Profile;

    /// <summary>When the writ was rendered.</summary>
    public DateTimeOffset Rendered => Facts.Issued;

    /// <summary>The bureau has sealed it, or certified it where the form shows no seal.</summary>
    public bool IsIssued => Form.Find(FieldNames.Issuer) is { IsFilled: true };

    public bool IsClosed => Form.Find(FieldNames.Close) is { IsFilled: true };

    public IReadOnlyList<SlotState> Slots { get; }

    /// <summary>In the order in which they were sealed.</summary>
    public IReadOnlyList<RecordedAct> Acts { get; }

    /// <summary>案情数据, as it was rendered.</summary>
    public JsonElement CaseData { get; }

    public int Revisions => File.Revisions.Count;

    /// <summary>How many pages the first revision, which the issuing seal certifies, says the document has.</summary>
    public int Pages => File.Revisions[0] is var view && view.Resolve(view.Trailer["Root"]) is PdfDictionary catalog && view.Resolve(catalog["Pages"]) is PdfDictionary tree && view.Resolve(tree["Count"]) is PdfInteger { Value: > 0 and < int.MaxValue } count
        ? (int)count.Value
        : throw new PdfFormatException(-1, "ISO 32000-2, 7.7.3", "The page tree has no count");

    /// <summary>Digest of the whole file, lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(File.Bytes.Span));

    internal PdfFile File { get; }

    internal DocumentForm Form { get; }

    internal WritFacts Facts { get; }

    /// <summary>What a page says in the first revision, which the issuing seal certifies, without blanks; null where it cannot be read.</summary>
    /// <param name="page">From 1.</param>
    internal string? TextOf(int page) =>
        ShownText.OfPage(File.Revisions[0], page) is { } text ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : null;

    public SlotState? Find(string slot) => Slots.FirstOrDefault(known => known.Name == slot);

    /// <summary>Whether a witness has, or may yet use, a slot of their own to sign in.</summary>
    internal bool HasSlotFor(Person witness) =>
        Slots.Any(slot => slot.IsForOnlooker && (!slot.IsSettled || Acts.Any(act => act.Slot == slot.Name && act.Person == witness.Name)));

    /// <summary>Witnesses whom a recorded refusal, absence or service names, and who have signed no slot of their own.</summary>
    internal IReadOnlyList<string> OwedWitnesses => !Slots.Any(slot => slot.IsForOnlooker) ? [] :
    [
        .. Acts.Where(act => act.Act is "refusal" or "absence" or "delivery").Select(act => act.Text("act", "witness", "name")).OfType<string>().Distinct()
            .Except(Acts.Where(act => Find(act.Slot) is { IsForOnlooker: true }).Select(act => act.Person).OfType<string>()),
    ];

    /// <summary>Reads the state; null for a file that is no document of this service.</summary>
    /// <exception cref="PdfFormatException">The file cannot be read.</exception>
    public static DocumentState? Read(PdfFile file) => StateReader.Read(file);
}
