using Writ.Sealing;

namespace Writ.Documents;

/// <summary>
/// What the law and the bureau's profile want beside an act: two officers, a witness or the reason why there is none, recordings, and terms kept.
/// A document that lacks some of it says the truth about itself all the same: these are warnings, and never touch the verdict on the seals.
/// </summary>
internal static class DutyReview
{
    private const int Officers = 2, UsualHours = 24;

    /// <param name="pack">Null where the pack is not installed: then its own duty is not asked for.</param>
    /// <param name="profile">Null where the profile is not installed: then only what holds everywhere is asked.</param>
    public static void Examine(DocumentState state, SlotState slot, RecordedAct recorded, Attestation act, Pack? pack, Profile? profile, int revision, List<Finding> findings)
    {
        if (act is Refusal or Absence or Delivery { Mode: DeliveryMode.Left }) Presence(state, slot, act, profile, revision, findings);
        var slots = state.Slots.Where(known => act.Slots.Contains(known.Name)).ToList();
        if (profile is not null && RecordingRules.DutyOf(act, slots, pack) is { } duty && profile.HasDuty(duty) && act.Recordings.IsEmpty
            && (act is Refusal or Absence || !RecordingRules.AnyIn(state.CaseData)))
            findings.Add(Warning("recording-missing", slot, revision, $"按“{profile.Name}”应有音像记录或者未能记录的原因，签署记录中没有", $"refers to no recording and gives no reason, which the profile {profile.Id} demands"));
        if (profile is not null)
            foreach (var recording in act.Recordings) Deposit(slot, recording, profile.Term("recordingDepositHours"), revision, findings);
        if (recorded.Received is { } received && received - act.At > TimeSpan.FromHours(UsualHours))
            findings.Add(Warning("act-received-late", slot, revision, $"签署之后超过 {UsualHours} 小时才提交", $"was recorded more than {UsualHours} hours after the act"));
    }

    private static void Presence(DocumentState state, SlotState slot, Attestation act, Profile? profile, int revision, List<Finding> findings)
    {
        if (act.Officers.Select(officer => officer.Name).Distinct(StringComparer.Ordinal).Count() < Officers)
            findings.Add(Warning("refusal-officers-missing", slot, revision, "没有列明两名在场执法人员", "does not name two officers who were present"));
        if (act.Witness is null && act.NoWitness is null)
            findings.Add(Warning("refusal-witness-missing", slot, revision, "既无见证人，也未说明没有见证人的原因", "names neither a witness nor the reason why there is none"));
        else if (act.Witness is null && profile is not null && profile.HasDuty("refusalNeedsWitness"))
            findings.Add(Warning("refusal-witness-missing", slot, revision, $"没有见证人，而“{profile.Name}”要求有见证人", $"has no witness, whom the profile {profile.Id} demands"));
        if (act.Witness is { } witness && state.Slots.FirstOrDefault(known => known.IsForOnlooker) is { } own && !(own.Standing == SlotStanding.Attested && state.Acts.Any(a => a.Slot == own.Name && a.Person == witness.Name)))
            findings.Add(Warning("witness-not-signed", slot, revision, $"所列见证人“{witness.Name}”没有在见证人签署栏签名", $"names the witness {witness.Name}, who has not signed the witness's slot"));
    }

    private static void Deposit(SlotState slot, AudioVisualReference recording, int hours, int revision, List<Finding> findings)
    {
        if (!recording.IsRecorded || recording.End is not { } end) return;
        if (recording.StoredAt - end > TimeSpan.FromHours(hours))
            findings.Add(Warning("recording-deposited-late", slot, revision, $"音像资料 {recording.FileId} 未在制作后 {hours} 小时内存储", $"refers to the recording {recording.FileId}, deposited later than the {hours} hours allowed"));
        else if (recording.StoredAt is null)
            findings.Add(Warning("recording-deposit-unproven", slot, revision, $"音像资料 {recording.FileId} 应在制作后 {hours} 小时内存储，签署记录中没有存储时间", $"refers to the recording {recording.FileId}, to be deposited within {hours} hours, and does not say that it was"));
    }

    private static Finding Warning(string code, SlotState slot, int revision, string zh, string en) =>
        new(code, FindingSeverity.Warning, revision, $"签署栏“{slot.Label}”（{slot.Name}）：{zh}。", $"The record of the slot {slot.Name} {en}.");
}
