using System.Text.Json;

namespace Writ.Documents;

/// <summary>Audio-visual duties of the profile (音像记录) and the terms for depositing what was recorded.</summary>
internal static class RecordingRules
{
    public static void Check(Judgement on)
    {
        // Recordings the writ itself lists count for what it reports, not for a refusal that came after it was written.
        if (DutyOf(on.Act, on.Slots, on.Pack) is { } duty && on.HasDuty(duty) && on.Act.Recordings.IsEmpty && (on.Act is Refusal or Absence || !AnyIn(on.State.CaseData)))
            on.Forbid("recording-required", "$.recordings", $"“{on.Profile.Name}”要求音像记录；未能记录的应说明原因。", $"The profile {on.Profile.Id} demands a recording, or the reason why there is none ({duty}).", on.Profile.Name);
        for (var i = 0; i < on.Act.Recordings.Length; i++) CheckDeposit(on, on.Act.Recordings[i], $"$.recordings[{i}]");
    }

    /// <summary>The duty of the profile under which the act falls; null when it falls under none.</summary>
    public static string? DutyOf(Attestation act, IReadOnlyList<SlotState> slots, Pack? pack) => act switch
    {
        Refusal or Absence or Delivery { Mode: DeliveryMode.Left } => "refusalNeedsRecording",
        Delivery { Mode: DeliveryMode.Notice } => "noticeNeedsRecording",
        Signature when slots.Any(slot => slot.Role == "officer") => pack?.RecordingDuty,
        _ => null,
    };

    private static void CheckDeposit(Judgement on, AudioVisualReference recording, string path)
    {
        if (!recording.IsRecorded || recording.End is not { } end) return;
        var latest = on.Now.AddMinutes(TimeRules.Tolerance);
        if (end > latest || recording.StoredAt > latest)
        {
            on.Forbid("recording-in-future", end > latest ? path + ".end" : path + ".storedAt", "音像资料的结束时间或者存储时间晚于现在。", "The recording ends, or was deposited, in the future.");
            return;
        }
        var hours = on.Term("recordingDepositHours");
        var due = end.AddHours(hours);
        if (recording.StoredAt > due)
            on.Warn("recording-deposited-late", path + ".storedAt", $"音像资料应在制作后 {hours} 小时内存储，实际已超过。", $"The recording was to be deposited within {hours} hours; it was later.", on.Profile.Name);
        if (recording.StoredAt is null)
            on.Warn(on.Now > due ? "recording-overdue" : "recording-to-deposit", path + ".storedAt", $"音像资料应在 {due.ToOffset(on.Now.Offset):yyyy-MM-dd HH:mm} 前存储。",
                $"The recording is to be deposited by {due.ToOffset(on.Now.Offset):yyyy-MM-dd HH:mm}.", on.Profile.Name);
    }

    public static bool AnyIn(JsonElement data) => data.TryGetProperty("recordings", out var recordings) && recordings.ValueKind == JsonValueKind.Array && recordings.GetArrayLength() > 0;
}
