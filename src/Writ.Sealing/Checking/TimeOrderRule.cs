namespace Writ.Sealing.Checking;

/// <summary>
/// A seal covers everything before it, so it was made after every trusted timestamp in earlier revisions. That settles what an end of the
/// certificate alone leaves open (ETSI EN 319 102-1, 5.5.4 and 5.6.2), and shows timestamps that contradict each other.
/// </summary>
internal static class TimeOrderRule
{
    // Authorities' clocks differ a little; they agree by far more than this.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <param name="reports">Oldest first.</param>
    public static IReadOnlyList<SealReport> Apply(IReadOnlyList<SealReport> reports)
    {
        var ordered = new List<SealReport>(reports.Count);
        DateTimeOffset? before = null, here = null;
        var revision = 0;
        foreach (var report in reports)
        {
            if (report.Revision != revision)
                (before, revision) = (here, report.Revision);
            ordered.Add(before is { } after && report is { DigestHolds: true, CoversRevision: true } ? After(report, after) : report);
            if (report is { DigestHolds: true, Timestamp: { Intact: true, Trusted: true } stamp } && (here is null || stamp.Time > here))
                here = stamp.Time;
        }
        return ordered;
    }

    private static SealReport After(SealReport report, DateTimeOffset after)
    {
        if (report.Timestamp is { Intact: true, Trusted: true } stamp && stamp.Time < after - Tolerance)
            return Told(report, Indication.Indeterminate, SubIndication.TimestampOrderFailure, "timestamp-order",
                $"时间戳（{Text(stamp.Time)}）早于其所覆盖的在先修订中的时间戳（{Text(after)}）", $"The timestamp ({Text(stamp.Time)}) is earlier than one in an earlier revision that it covers ({Text(after)})");
        if (report.EndedAt is not { } ended || ended > after)
            return report;
        return report.SubIndication switch
        {
            SubIndication.RevokedNoPoe => Told(report, Indication.TotalFailed, SubIndication.Revoked, "sealed-after-revocation",
                $"签章成于 {Text(after)} 之后，证书已于 {Text(ended)} 被吊销", $"The seal was made after {Text(after)}; the certificate was revoked at {Text(ended)}"),
            SubIndication.OutOfBoundsNoPoe => Told(report, Indication.TotalFailed, SubIndication.Expired, "sealed-after-expiry",
                $"签章成于 {Text(after)} 之后，证书已于 {Text(ended)} 到期", $"The seal was made after {Text(after)}; the certificate ended at {Text(ended)}"),
            SubIndication.CryptoConstraintsFailureNoPoe => report with { SubIndication = SubIndication.CryptoConstraintsFailure },
            _ => report,
        };
    }

    // What has failed already stays failed, for its own reason.
    private static SealReport Told(SealReport report, Indication indication, SubIndication sub, string code, string zh, string en)
    {
        var told = report with { Findings = [.. report.Findings, new Finding(code, FindingSeverity.Error, report.Revision, zh, en)] };
        return report.Indication == Indication.TotalFailed ? told : told with { Indication = indication, SubIndication = sub };
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
