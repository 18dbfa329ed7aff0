using System.Collections.Immutable;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>Reads acts of service; which facts must be there depends on the mode (《市场监督管理行政处罚程序规定》第八十二条).</summary>
internal static class DeliveryReader
{
    public static Delivery? Read(Members members, ActFacts facts)
    {
        var word = members.Required("mode");
        if (DeliveryModes.Read(word) is not { } mode)
        {
            if (word.Length > 0) members.Report("delivery-mode-unknown", members.At("mode"), $"mode 应为 {DeliveryModes.Words}。", $"mode is one of {DeliveryModes.Words}.");
            return null;
        }
        var delivery = new Delivery { Slots = facts.Slots, Person = facts.Person, At = facts.At, Mode = mode };
        return mode switch
        {
            DeliveryMode.Direct => delivery with { Person = PersonReader.ReadPressing(members, facts.Person) },
            DeliveryMode.Left => delivery with { Reason = members.Required("reason", members.Limits.Text), LeftAt = members.Required("leftAt", members.Limits.Text) },
            DeliveryMode.Electronic => delivery with
            {
                Channel = members.Required("channel"), Account = members.Required("account"), ArrivedAt = members.Moment("arrivedAt", required: true), ConfirmedOn = members.Day("confirmedOn"),
                ConfirmationSha256 = members.Digest("confirmationSha256"),
            },
            DeliveryMode.Mail => delivery with
            {
                Carrier = members.Required("carrier"), Number = members.Required("number"), PostedOn = Must(members, "postedOn"), ReceivedOn = members.Day("receivedOn"), ReturnedOn = members.Day("returnedOn"),
            },
            DeliveryMode.Entrusted or DeliveryMode.Forwarded => delivery with { Body = members.Required("body"), Reason = members.Required("reason", members.Limits.Text) },
            _ => delivery with { Medium = members.Required("medium", members.Limits.Text), PublishedOn = Must(members, "publishedOn"), Attempts = Texts(members, "attempts") },
        };
    }

    private static DateOnly? Must(Members members, string name)
    {
        if (members.Find(name) is null) members.Missing(name);
        return members.Day(name);
    }

    private static ImmutableArray<string> Texts(Members members, string name)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, path) in members.Items(name, members.Limits.Items))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 } text && text.Length <= members.Limits.Text) texts.Add(text);
            else members.Report("attestation-member-mistyped", path, $"应为不超过 {members.Limits.Text} 个字符的文本。", $"Must be a text of at most {members.Limits.Text} characters.");
        }
        return texts.ToImmutable();
    }
}
