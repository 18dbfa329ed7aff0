using System.Globalization;

namespace Writ.Documents;

/// <summary>What an act says in its slot, in the words of a writ.</summary>
internal static class ActWords
{
    /// <summary>Everything the law wants to be read there; null for acts that are ink alone.</summary>
    public static string? Of(Attestation act, SlotState slot) => act switch
    {
        Signature signature => signature.Phrase,
        Fingerprint print => $"{print.Person.Name}{print.Reason}，以捺印确认。",
        Refusal refusal => $"{refusal.Person.Name}{Refused(slot)}，事由：{Plain(refusal.Reason)}。{Day(act.At)}。{Present(act)}",
        Absence absence => $"{absence.Person.Name}未到场，事由：{Plain(absence.Reason)}；通知情况：{Plain(absence.Notified)}。{Day(act.At)}。{Present(act)}",
        WitnessStatement witness => witness.Statement,
        Alteration alteration => Altered(alteration),
        ReadAloud reading => $"因{reading.Listener}{Plain(reading.Reason)}，由{reading.Person.Name}向其宣读以上内容，{reading.Listener}表示：{Plain(reading.Answer)}。",
        Delivery delivery => Delivered(delivery),
        _ => throw new ArgumentException("An unknown act.", nameof(act)),
    };

    /// <summary>The same where all that is to be said must stand in the place of the ink: without those who sign for themselves on the same writ.</summary>
    public static string Brief(Attestation act, SlotState slot) => act switch
    {
        Refusal refusal => $"{refusal.Person.Name}{Refused(slot)}，事由：{Plain(refusal.Reason)}。{DayWithin(act, slot)}{Seen(act)}",
        Absence absence => $"{absence.Person.Name}未到场，事由：{Plain(absence.Reason)}。{DayWithin(act, slot)}{Seen(act)}",
        _ => Of(act, slot)!,
    };

    /// <summary>In the places of the slot before the one that says everything.</summary>
    public static string Short(Attestation act, SlotState slot, int page) => act switch
    {
        Refusal => $"{Refused(slot)}（事由见第{page}页）",
        Absence => $"未到场（事由见第{page}页）",
        Delivery delivery => $"{delivery.Mode.Zh()}（情况见第{page}页）",
        _ => $"见第{page}页",
    };

    public static string Day(DateTimeOffset moment) => Day(DayOf(moment));

    /// <summary>The day a moment falls on in China, where writs are made.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(China).DateTime);

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private static string Day(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    // 行政处罚法 第五十二条: who will not take a decision made on the spot refuses its receipt, not a signature.
    private static string Refused(SlotState slot) => slot.Label.Contains("签收", StringComparison.Ordinal) ? "拒绝签收" : "拒绝签名";

    // Said where the slot has no place of its own for it.
    private static string DayWithin(Attestation act, SlotState slot) => slot.Has("date") ? "" : Day(act.At) + "。";

    private static string Altered(Alteration alteration) =>
        alteration.Old.Length == 0 ? $"第{alteration.Page}页补充“{alteration.New}”"
        : alteration.New.Length == 0 ? $"第{alteration.Page}页删去“{alteration.Old}”"
        : $"第{alteration.Page}页“{alteration.Old}”改为“{alteration.New}”";

    private static string Present(Attestation act)
    {
        var officers = string.Join('、', act.Officers.Select(officer => officer.Name));
        var witness = act.Witness is { Unit: { } unit } known ? $"见证人：{known.Name}（{unit}）。" : Seen(act);
        return $"在场执法人员：{officers}。{witness}";
    }

    private static string Seen(Attestation act) => act.Witness is { } witness ? $"见证人：{witness.Name}。" : act.NoWitness is { } reason ? $"无见证人：{Plain(reason)}。" : "";

    private static string? Delivered(Delivery delivery) => delivery.Mode switch
    {
        DeliveryMode.Direct => null,
        DeliveryMode.Left => $"{delivery.Person.Name}拒收，事由：{Plain(delivery.Reason)}。{Plain(delivery.LeftAt)}。{Day(delivery.At)}。{Present(delivery)}",
        DeliveryMode.Electronic => $"电子送达：{delivery.Channel}，{delivery.Account}，{delivery.ArrivedAt!.Value.ToOffset(China).ToString("yyyy'年'M'月'd'日'HH'时'mm'分'", CultureInfo.InvariantCulture)}到达"
            + (delivery.ConfirmedOn is { } confirmed ? $"；受送达人于{Day(confirmed)}确认同意" : "") + "。",
        DeliveryMode.Mail => $"邮寄送达：{delivery.Carrier}，{delivery.Number}，{Day(delivery.PostedOn!.Value)}交寄"
            + (delivery.ReceivedOn is { } received ? $"，{Day(received)}收件" : "") + (delivery.ReturnedOn is { } returned ? $"，{Day(returned)}退回" : "") + "。",
        DeliveryMode.Entrusted => $"委托送达：{delivery.Body}，原因：{Plain(delivery.Reason)}。{Day(delivery.At)}。",
        DeliveryMode.Forwarded => $"转交送达：{delivery.Body}，原因：{Plain(delivery.Reason)}。{Day(delivery.At)}。",
        _ => $"公告送达：{Plain(delivery.Medium)}，{Day(delivery.PublishedOn!.Value)}公告，自公告之日起满三十日即视为送达。",
    };

    // Sentences are closed here, whether or not the caller closed theirs.
    private static string Plain(string? text) => (text ?? "").TrimEnd('。', '.', ' ', '；', '，');
}
