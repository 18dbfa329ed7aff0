using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>Holds what is printed in a slot against its sealed record: the value of every field, and the words its appearance draws.</summary>
internal static class PrintReview
{
    public static void Examine(DocumentState state, SlotState slot, RecordedAct recorded, Attestation? act, int revision, List<Finding> findings)
    {
        if (act is null && recorded.Act != "unused")
        {
            findings.Add(new Finding("slot-record-foreign", FindingSeverity.Warning, revision,
                $"签署栏“{slot.Label}”（{slot.Name}）的签署记录不是本版本的写法，未与所印内容核对。", $"The record of the slot {slot.Name} is not as this version writes it; it was not held against what is printed."));
            return;
        }
        foreach (var place in slot.Places)
        {
            if (state.Form.Find(place.Field) is not { } field) continue; // a missing field is a change that the seals tell of
            var value = (state.File.Latest.Resolve(field.Dictionary["V"]) as PdfString)?.ToText() ?? "";
            var (sayings, inWords) = act is null ? (SlotPlan.NotUsedSayings, false) : SlotPlan.Sayings(slot, act, place);
            if (!sayings.Contains(value))
                findings.Add(Disagreement("slot-print-disagrees", slot, place, revision, $"的值“{value}”与签署记录不符", $"has the value “{value}”, which is not what the record says"));
            else if (Drawn(state.File.Latest, field) is not { } drawn)
                findings.Add(Disagreement("slot-drawing-unreadable", slot, place, revision, "所画文字无法读取", "draws text that cannot be read"));
            else if (Bare(drawn) != (inWords ? Bare(value) : ""))
                findings.Add(Disagreement("slot-drawing-disagrees", slot, place, revision, $"所画文字“{drawn}”与其值“{value}”不符", $"draws “{drawn}”, but its value is “{value}”"));
        }
    }

    private static string? Drawn(Revision view, PlacedField field) =>
        view.Resolve(field.Dictionary["AP"]) is PdfDictionary faces && view.Resolve(faces["N"]) is PdfStream face ? ShownText.Of(view, face) : "";

    // Lines are broken where they fit.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Finding Disagreement(string code, SlotState slot, SlotPlacing place, int revision, string zh, string en) =>
        new(code, FindingSeverity.Error, revision, $"签署栏“{slot.Label}”（{slot.Name}，第{place.Page}页）的域 {place.Field} {zh}。", $"The field {place.Field} of the slot {slot.Name} (page {place.Page}) {en}.");
}
