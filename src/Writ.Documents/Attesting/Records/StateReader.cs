using System.Text.Json;
using Writ.Documents.Rendering;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>Reads the state of a document: its account from the first revision, which the issuing seal certifies; its acts from the seals of the slots.</summary>
internal static class StateReader
{
    public static DocumentState? Read(PdfFile file)
    {
        if (WritFacts.Read(file) is not { } facts || SlotAccount.Read(facts.Record) is not { } listed) return null;
        if (EmbeddedFiles.Find(file.Revisions[0], WritRecord.CaseDataFileName) is not { } data || CaseData(data) is not { } caseData) return null;
        var form = DocumentForm.Read(file.Latest);
        var acts = new List<RecordedAct>();
        var slots = new List<SlotState>();
        foreach (var slot in listed)
        {
            var act = Act(file.Latest, form, slot);
            if (act is not null) acts.Add(act);
            slots.Add(slot with { Standing = Standing(form, slot, act) });
        }
        return new DocumentState(file, form, facts, caseData, slots, [.. acts.OrderBy(act => act.End)]);
    }

    private static RecordedAct? Act(Revision view, DocumentForm form, SlotState slot)
    {
        if (form.Find(slot.Seal) is not { IsFilled: true } field || view.Resolve(field.Dictionary["V"]) is not PdfDictionary signature || SealedRecord.Read(signature) is not { } record) return null;
        var act = new RecordedAct(slot.Name, "", null, null, null, slot.Seal, EndOf(view, signature), record);
        return act with
        {
            Act = act.Text("act", "act") ?? "unknown",
            Person = act.Text("act", "person", "name"),
            At = Moment(act.Text("act", "at")),
            Received = Moment(act.Text("received")),
        };
    }

    private static SlotStanding Standing(DocumentForm form, SlotState slot, RecordedAct? act) => act switch
    {
        null => form.Find(slot.Seal) is { IsFilled: false } ? SlotStanding.Awaiting : SlotStanding.Attested,
        { Act: "refusal" } => SlotStanding.Refused,
        { Act: "absence" } => SlotStanding.Absent,
        { Act: "unused" } => SlotStanding.Unused,
        { Act: "delivery" } => act.Text("act", "mode") == "direct" ? SlotStanding.Attested : SlotStanding.Served,
        _ => SlotStanding.Attested,
    };

    // The last two numbers of /ByteRange: where the second part begins and how long it is (ISO 32000-2, table 255).
    private static int EndOf(Revision view, PdfDictionary signature) =>
        view.Resolve(signature["ByteRange"]) is PdfArray { Count: 4 } range && range[2] is PdfInteger start && range[3] is PdfInteger length && start.Value + length.Value <= int.MaxValue
            ? (int)(start.Value + length.Value)
            : int.MaxValue;

    private static DateTimeOffset? Moment(string? text) => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var moment) ? moment : null;

    private static JsonElement? CaseData(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            return parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
