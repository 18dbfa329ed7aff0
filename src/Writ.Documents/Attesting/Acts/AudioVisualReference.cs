namespace Writ.Documents;

/// <summary>A recording kept elsewhere (音像资料), known by its digest; or the reason why there is none.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="StoredAt">When it was deposited; null while it has not been.</param>
/// <param name="Reason">Why it was not recorded; then nothing else need be given.</param>
public sealed record AudioVisualReference(
    string? FileId, string? Device, string? Recorder, string? RecorderCertificate, DateTimeOffset? Start, DateTimeOffset? End,
    string? Place, string? Act, string? Sha256, string? Store, DateTimeOffset? StoredAt, string? Reason)
{
    public bool IsRecorded => FileId is not null;
}
