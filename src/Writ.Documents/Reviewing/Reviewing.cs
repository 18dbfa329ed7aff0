using System.Security.Cryptography;
using Writ.Documents.Rendering;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>Reviews documents of this service: does the data agree with what it is hashed into, what became of every slot, does what is printed agree with the records, were the duties kept, does the first revision come out again.</summary>
public static class Reviewing
{
    /// <param name="report">What <see cref="Verifier"/> found in the same bytes.</param>
    /// <param name="packs">The packs there are; null where none are installed, which leaves the reproduction open.</param>
    /// <returns>Null when the file is no document of this service, or cannot be read: that is for the report to say.</returns>
    public static WritReview? Examine(ReadOnlyMemory<byte> document, Report report, PackLibrary? packs, Renderer? renderer)
    {
        // A file that only a guess made readable is nobody's account of itself.
        if (report.Integrity == Integrity.Unparsable) return null;
        try
        {
            var file = PdfFile.Open(document);
            return !file.Repaired && DocumentState.Read(file) is { } state ? Examine(state, report, packs, renderer) : null;
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    private static WritReview Examine(DocumentState state, Report report, PackLibrary? packs, Renderer? renderer)
    {
        var findings = new List<Finding>();
        if (report.Seals.Count == 0)
            findings.Add(new Finding("writ-unsealed", FindingSeverity.Warning, 0, "没有签章证明文书对自身的说明；以下内容任何人都可以写入。", "No seal stands behind what the writ says of itself: anybody could have written the following."));
        var hash = Convert.ToHexStringLower(SHA256.HashData(CaseData(state.File.Revisions[0]).Span));
        var agrees = Agree(state, hash, findings);
        var slots = state.Slots.Select(slot => Slot(state, slot, report, packs, findings)).ToList();
        var (outcome, finding) = Reproducing.Try(state, packs, renderer);
        findings.Add(finding);
        return new WritReview(state.DocumentId, state.PackId, state.PackName, state.PackVersion, state.Profile, state.Rendered, hash, agrees, outcome, slots, findings);
    }

    private static bool Agree(DocumentState state, string hash, List<Finding> findings)
    {
        var before = findings.Count;
        var stated = state.Facts.Record.TryGetProperty("dataHash", out var named) && named.ValueKind == System.Text.Json.JsonValueKind.String ? named.GetString() : null;
        if (stated != hash)
            findings.Add(Disagreement("writ-data-hash-wrong", "内嵌案情数据的摘要与 writ.json 所载不一致。", "The embedded case data does not have the hash that writ.json names."));
        var metadata = WritMetadata.Read(state.File.Revisions[0]);
        if (metadata.GetValueOrDefault("dataHash") != hash)
            findings.Add(Disagreement("writ-metadata-hash-wrong", "内嵌案情数据的摘要与元数据（XMP）所载不一致。", "The embedded case data does not have the hash that the metadata (XMP) name."));
        foreach (var (name, value) in new[] { ("documentId", state.DocumentId), ("packId", state.PackId), ("packVersion", state.PackVersion), ("packHash", state.Facts.PackHash), ("profile", state.Profile) })
            if (metadata.GetValueOrDefault(name) != value)
                findings.Add(Disagreement("writ-metadata-disagrees", $"元数据（XMP）的 {name} 与 writ.json 不一致。", $"The metadata (XMP) and writ.json disagree about {name}."));
        if (state.Revisions > 1 && !CaseData(state.File.Latest).Span.SequenceEqual(CaseData(state.File.Revisions[0]).Span))
            findings.Add(Disagreement("writ-data-replaced", "后来的修订替换了内嵌案情数据。", "A later revision replaced the embedded case data."));
        return findings.Count == before;
    }

    private static ReviewedSlot Slot(DocumentState state, SlotState slot, Report report, PackLibrary? packs, List<Finding> findings)
    {
        var act = state.Acts.FirstOrDefault(known => known.Slot == slot.Name);
        var seal = report.Seals.FirstOrDefault(known => known.Field == slot.Seal);
        // A field that looks filled, under which the verifier saw no seal, holds nothing.
        bool? holds = slot.IsSettled ? seal is { Integrity: Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges } : null;
        if (holds == false)
            findings.Add(Disagreement("slot-seal-broken", $"签署栏“{slot.Label}”（{slot.Name}）的签署记录没有完好的签章。", $"No unbroken seal stands over the attestation of the slot {slot.Name}.", seal?.Revision ?? 0));
        if (slot.IsSettled && act is null)
            findings.Add(Disagreement("slot-record-missing", $"签署栏“{slot.Label}”（{slot.Name}）已签章，但没有可读的签署记录。", $"The slot {slot.Name} is sealed, but carries no attestation that can be read.", seal?.Revision ?? 0));
        if (act is not null)
        {
            var read = RecordedAttestation.Read(act);
            PrintReview.Examine(state, slot, act, read, seal?.Revision ?? 0, findings);
            if (read is not null) DutyReview.Examine(state, slot, act, read, packs?.Find(state.PackId), packs?.Profiles.GetValueOrDefault(state.Profile), seal?.Revision ?? 0, findings);
        }
        if (!slot.IsSettled && state.IsClosed)
            findings.Add(new Finding("slot-left-open", FindingSeverity.Warning, 0, $"文书已封存，签署栏“{slot.Label}”（{slot.Name}）既未签署也未划去。", $"The writ is closed, but the slot {slot.Name} was neither attested nor struck out."));
        return new ReviewedSlot(slot.Name, slot.Label, slot.Required, slot.Standing, act?.Person, act?.At, holds);
    }

    private static ReadOnlyMemory<byte> CaseData(Revision view) => EmbeddedFiles.Find(view, WritRecord.CaseDataFileName) ?? default;

    private static Finding Disagreement(string code, string zh, string en, int revision = 1) => new(code, FindingSeverity.Error, revision, zh, en);
}
