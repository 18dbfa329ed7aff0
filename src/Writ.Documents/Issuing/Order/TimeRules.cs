namespace Writ.Documents;

/// <summary>Event time against the document's own times: a claim that cannot be true is refused, one that is merely odd is pointed out.</summary>
internal static class TimeRules
{
    /// <summary>Minutes by which clocks may differ.</summary>
    public const int Tolerance = 5;

    private const int UsualHours = 24;

    public static void Check(Judgement on)
    {
        var at = on.Act.At;
        if (at > on.Now.AddMinutes(Tolerance))
            on.Forbid("act-in-future", "$.at", "签署时间晚于现在。", "The act lies in the future.");
        else if (at < on.State.Rendered.AddMinutes(-Tolerance))
            on.Forbid("act-before-document", "$.at", "签署时间早于文书生成时间。", "The act is older than the document.", Basis.Unaltered);
        else if (on.State.Acts.Count > 0 && on.State.Acts[^1].At is { } last && at < last.AddMinutes(-Tolerance))
            on.Forbid("act-before-earlier-act", "$.at", "签署时间早于文书中在先的签署。", "The act is older than one already recorded.", Basis.Unaltered);
        else if (on.Now - at > TimeSpan.FromHours(UsualHours))
            on.Warn("act-received-late", "$.at", $"签署之后超过 {UsualHours} 小时才提交。", $"The act came in more than {UsualHours} hours after it happened.");
    }
}
