namespace Writ.Documents;

/// <summary>Reads references to recordings: either all that identifies one, or the reason why there is none.</summary>
internal static class RecordingReader
{
    public static AudioVisualReference Read(Members members)
    {
        var reason = members.Text("reason", members.Limits.Text);
        var recording = new AudioVisualReference(
            members.Text("fileId"), members.Text("device"), members.Text("recorder"), members.Text("recorderCertificate"),
            members.Moment("start", required: reason is null), members.Moment("end", required: reason is null),
            members.Text("place"), members.Text("actRecorded"), members.Digest("sha256"), members.Text("store"), members.Moment("storedAt", required: false), reason);
        if (reason is null)
        {
            foreach (var name in (ReadOnlySpan<string>)["fileId", "device", "recorder", "actRecorded", "sha256"])
                if (members.Find(name) is null)
                    members.Report("recording-incomplete", members.At(name), $"音像资料缺少“{name}”；未录制的应说明原因（reason）。", $"The recording lacks {name}; where nothing was recorded, give the reason.");
            if (recording.End < recording.Start)
                members.Report("recording-incomplete", members.At("end"), "结束时间早于开始时间。", "It ends before it begins.");
            if (recording.StoredAt < recording.End)
                members.Report("recording-incomplete", members.At("storedAt"), "存储时间早于结束时间。", "It was deposited before it ended.");
        }
        members.End();
        return recording;
    }
}
