using System.Globalization;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>What each mode of service presupposes (程序规定 第八十二条).</summary>
internal static class DeliveryRules
{
    /// <summary>A return of service takes what it says, and nothing else.</summary>
    public static void CheckTurn(Judgement on)
    {
        if (on.State.CaseData.TryGetProperty("mode", out var mode) && mode.ValueKind == JsonValueKind.String && on.Slots.Any(slot => slot.Role == "recipient"))
        {
            if (on.Act is Delivery delivery && delivery.Mode.Zh() != mode.GetString())
                on.Forbid("delivery-mode-differs", "$.mode", $"送达回证载明“{mode.GetString()}”，与“{delivery.Mode.Zh()}”不符。", $"The return of service says {mode.GetString()}, not {delivery.Mode.Zh()}.", Basis.Serving);
            else if (on.Act is not Delivery)
                on.Forbid("delivery-expected", "$.act", "送达回证的收件人栏应以送达（delivery）记录。", "The recipient's slot of a return of service takes a delivery.", Basis.Serving);
        }
        else if (mode.ValueKind == JsonValueKind.String && on.Slots.Any(slot => slot.Role is "officer" or "witness") && on.State.Slots.FirstOrDefault(slot => slot is { Role: "recipient", IsSettled: false }) is { } waiting)
            on.Forbid("delivery-first", "$.slots", $"应先记录送达情况（{waiting.Name}），再由见证人、送达人签名。", $"The delivery ({waiting.Name}) is recorded before the witness and those who served sign.", Basis.Serving);
    }

    public static void Check(Judgement on)
    {
        CheckTurn(on);
        switch (on.Act)
        {
            case Delivery { Mode: DeliveryMode.Left } when on.Act.Witness is null && !on.Act.Recordings.Any(recording => recording.IsRecorded):
                on.Forbid("delivery-unproven", "$", "留置送达应有见证人，或者以拍照、录像等方式记录。", "A writ that is left needs a witness or a recording.", Basis.Serving);
                break;
            case Delivery { Mode: DeliveryMode.Electronic, ConfirmedOn: null }:
                on.Forbid("delivery-consent-missing", "$.confirmedOn", "电子送达应经受送达人同意并签订确认书。", "Electronic service needs the recipient's signed consent.", Basis.ServedByConsent);
                break;
            case Delivery { Mode: DeliveryMode.Mail, ReceivedOn: null, ReturnedOn: null }:
                on.Forbid("delivery-receipt-missing", "$.receivedOn", "邮寄送达应载明回执上的收件日期或者退回日期。", "Service by mail states the day of receipt or return.", Basis.Serving);
                break;
            case Delivery { Mode: DeliveryMode.Notice, Attempts.IsEmpty: true }:
                on.Forbid("delivery-attempts-missing", "$.attempts", "公告送达应说明此前采用的送达方式及结果。", "Public notice follows failed attempts; state them.", Basis.Serving);
                break;
        }
        if (on.Act is not Delivery delivery) return;
        if (delivery is { Mode: DeliveryMode.Electronic, Recordings.IsEmpty: true })
            on.Warn("delivery-unrecorded", "$.recordings", "电子送达应以拍照、截屏、录音或者录像等方式记录送达过程。", "Electronic service is recorded by a picture of the screen or a recording.", Basis.Serving);
        CheckDays(on, delivery);
        CheckFacts(on, delivery);
    }

    /// <summary>No day lies ahead, and none before the one it follows.</summary>
    private static void CheckDays(Judgement on, Delivery delivery)
    {
        if (delivery.ArrivedAt > on.Now.AddMinutes(TimeRules.Tolerance))
            on.Forbid("act-in-future", "$.arrivedAt", "到达时间晚于现在。", "It arrives in the future.");
        var today = ActWords.DayOf(on.Now);
        foreach (var (day, name) in ((DateOnly?, string)[])[(delivery.PostedOn, "postedOn"), (delivery.ReceivedOn, "receivedOn"), (delivery.ReturnedOn, "returnedOn"), (delivery.PublishedOn, "publishedOn"), (delivery.ConfirmedOn, "confirmedOn")])
            if (day > today) on.Forbid("act-in-future", "$." + name, "日期晚于今天。", "The day lies in the future.");
        if (delivery.ReceivedOn is not null && delivery.ReturnedOn is not null)
            on.Forbid("delivery-days-contradict", "$.returnedOn", "同一邮件不能既已收件又被退回。", "A letter is received or returned, not both.", Basis.Serving);
        else if (delivery.ReceivedOn < delivery.PostedOn || delivery.ReturnedOn < delivery.PostedOn)
            on.Forbid("delivery-days-contradict", delivery.ReceivedOn < delivery.PostedOn ? "$.receivedOn" : "$.returnedOn", "收件或者退回日期早于交寄日期。", "It was received or returned before it was posted.", Basis.Serving);
        if (delivery is { ArrivedAt: { } arrived, ConfirmedOn: { } confirmed } && confirmed > ActWords.DayOf(arrived))
            on.Forbid("delivery-days-contradict", "$.confirmedOn", "受送达人同意电子送达的日期晚于送达日期。", "The recipient agreed to be served electronically only after it arrived.", Basis.ServedByConsent);
    }

    // Which member of the case data says the same as which member of the act.
    private static void CheckFacts(Judgement on, Delivery delivery)
    {
        foreach (var (group, name, said) in ((string, string, string?)[])
            [
                ("electronic", "account", delivery.Account), ("mail", "number", delivery.Number), ("entrusted", "body", delivery.Body),
                ("mail", "postedOn", Iso(delivery.PostedOn)), ("electronic", "confirmedOn", Iso(delivery.ConfirmedOn)), ("notice", "publishedOn", Iso(delivery.PublishedOn)),
            ])
        {
            if (said is not null && on.State.CaseData.TryGetProperty(group, out var told) && told.ValueKind == JsonValueKind.Object
                && told.TryGetProperty(name, out var printed) && printed.ValueKind == JsonValueKind.String && printed.GetString() != said)
                on.Forbid("delivery-facts-differ", "$." + name, $"送达回证载明“{printed.GetString()}”，与“{said}”不符。", $"The return of service says {printed.GetString()}, not {said}.", Basis.Serving);
        }
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
