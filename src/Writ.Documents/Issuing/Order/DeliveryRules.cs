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
    }

    public static void Check(Judgement on)
    {
        CheckTurn(on);
        switch (on.Act)
        {
            case Delivery { Mode: DeliveryMode.Left } when on.Act.Witness is null && on.Act.Recordings.IsEmpty:
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
        if (on.Act is Delivery { Mode: DeliveryMode.Electronic } electronic && electronic.ArrivedAt > on.Now.AddMinutes(TimeRules.Tolerance))
            on.Forbid("act-in-future", "$.arrivedAt", "到达时间晚于现在。", "It arrives in the future.");
    }
}
