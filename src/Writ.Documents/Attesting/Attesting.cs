using Writ.Pdf;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>
/// Records what a person did with a document: one revision for each slot, in which the slot's own fields are drawn and its own seal is set.
/// Whether the act is allowed is not asked here but of <see cref="Issuing"/>.
/// </summary>
public static class Attesting
{
    /// <summary>What <see cref="Sealer.Prepare(PdfFile, SealRequest)"/> needs to record an act in one of its slots.</summary>
    /// <param name="state">The document as it stands now; read again after every revision.</param>
    /// <param name="evidence">Embedded when given; of an act on several slots, with the first.</param>
    /// <param name="key">The attestation seal of the service.</param>
    /// <param name="now">Time of receipt.</param>
    public static AttestingResult Record(DocumentState state, SlotState slot, Attestation act, FontLibrary fonts, SealedEvidence? evidence, ISealKey key, DateTimeOffset now)
    {
        if (slot.IsSettled) throw new ArgumentException("The slot is settled; Issuing.Check would have said so.", nameof(slot));
        var problems = new List<Problem>();
        var record = ActRecord.Write(state, slot, act, evidence, now);
        if (record.Length > AttestationLimits.Default.Record)
            problems.Add(new Problem("record-too-large", "$", new Bilingual(
                $"签署记录共 {record.Length} 字节，超过 {AttestationLimits.Default.Record} 字节。", $"The record has {record.Length} bytes; at most {AttestationLimits.Default.Record} can be sealed.")));
        var drawing = SlotDrawing.Prepare(SlotPlan.Of(state, slot, act), fonts, problems);
        if (drawing is null || problems.Count > 0) return new AttestingResult(null, problems);
        var envelope = evidence is not null && act.Slots[0] == slot.Name ? evidence.Envelope : default;
        return new AttestingResult(Request(slot, key, record, Reason(act), now) with { Changes = update => drawing.Write(update, envelope) }, problems);
    }

    /// <summary>The act in full as canonical JSON, to be encrypted at the edge before it is embedded.</summary>
    /// <param name="nonce">At least 16 random bytes.</param>
    public static byte[] Evidence(Attestation act, ReadOnlySpan<byte> nonce) =>
        nonce.Length >= 16 ? ActRecord.Evidence(act, nonce) : throw new ArgumentException("A nonce has at least 16 bytes.", nameof(nonce));

    internal static SealRequest Request(SlotState slot, ISealKey key, byte[] record, string reason, DateTimeOffset now) => new()
    {
        Key = key,
        Field = slot.Seal,
        Act = SealAct.Approve,
        Time = now,
        Reason = reason,
        AdditionalEntries = [KeyValuePair.Create(SealedRecord.Key, (PdfObject)SealedRecord.Write(record))],
    };

    private static string Reason(Attestation act) => act switch
    {
        Signature => "签名",
        Fingerprint => "捺印",
        Refusal => "拒绝签名",
        Absence => "未到场",
        WitnessStatement => "见证",
        Alteration => "改动确认",
        ReadAloud => "宣读",
        Delivery delivery => delivery.Mode.Zh(),
        _ => throw new ArgumentException("An unknown act.", nameof(act)),
    };
}
