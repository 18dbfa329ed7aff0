using System.Text.Json;

namespace Writ.Documents;

/// <summary>Whoever signs for the party is the party, or says as whom they sign; and never someone who stands on another side of the writ.</summary>
internal static class PersonRules
{
    // A single character stands in every writ and names nobody.
    private const int ShortestName = 2;

    public static void Check(Judgement on)
    {
        if (on.Act is ReadAloud { Listener.Length: > 0 } reading) CheckListener(on, reading);
        if (!on.Slots.Any(slot => slot.Role is "party" or "recipient" or "guardian" or "reader")) return;
        var person = on.Act.Person;
        if (on.NamedOfficers.Any(officer => officer.Name == person.Name || officer.CertificateNumber == person.CertificateNumber) && on.Slots.Any(slot => IsOtherSide(on, slot)))
            on.Forbid("officer-not-party", "$.person", $"“{person.Name}”是文书载明的执法人员，不能代当事人签署。", $"{person.Name} is an officer of the writ and cannot act for the party.", Basis.TwoOfficers);
        else if (on.Act is Signature or Fingerprint or Alteration && on.Slots.Any(slot => slot.Role == "party") && Speaker(on) is { } speaker && speaker != person.Name)
            on.Forbid("person-other", "$.person.name", $"笔录记的是“{speaker}”的陈述，应由其本人签名确认，不能由“{person.Name}”代签。", $"The record is of what {speaker} said: {speaker} confirms it, and {person.Name} cannot.", Basis.EveryPage);
        else if (person.Capacity is null && on.Slots.Any(slot => slot.Role is "party" or "recipient" or "reader") && !Names(on, person.Name))
            on.Forbid("capacity-missing", "$.person.capacity", $"文书没有载明“{person.Name}”，应说明其签署身份（如委托代理人）。", $"The writ does not name {person.Name}: say as whom they act.", on.Act is Delivery ? Basis.Serving : Basis.EveryPage);
    }

    /// <summary>Whose words a record takes down, where it is one person's.</summary>
    private static string? Speaker(Judgement on) =>
        on.State.CaseData.TryGetProperty("person", out var person) && person.ValueKind == JsonValueKind.Object && person.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString() : null;

    // Among themselves officers hand over and receive: there a recipient may be one of them.
    private static bool IsOtherSide(Judgement on, SlotState slot) => slot.Role is "party" or "guardian" || on.Act is Delivery || (slot.Role == "recipient" && on.Pack.Kind == PackKind.External);

    private static void CheckListener(Judgement on, ReadAloud reading)
    {
        if (reading.Listener == reading.Person.Name)
            on.Forbid("reader-is-listener", "$.listener", "宣读人不能是听取宣读的人。", "The one who reads is not the one who listens.", Basis.EveryPage);
        else if (!Names(on, reading.Listener))
            on.Forbid("listener-unknown", "$.listener", $"文书没有载明“{reading.Listener}”。", $"The writ does not name {reading.Listener}.", Basis.EveryPage);
        else if (on.NamedOfficers.Any(officer => officer.Name == reading.Listener))
            on.Forbid("listener-is-officer", "$.listener", $"“{reading.Listener}”是执法人员，宣读应向当事人或者其他在场人员进行。", $"{reading.Listener} is an officer; a writ is read to the party or to others who were there.", Basis.EveryPage);
        else if (on.State.Acts.Any(act => act.Person == reading.Listener && act.Act is "signature" or "fingerprint" or "refusal" or "absence"))
            on.Forbid("reading-too-late", "$.listener", $"“{reading.Listener}”已经签署、拒签或者记明不到场，宣读应在此之前。", $"{reading.Listener} has signed, refused or was absent already; reading comes before that.", Basis.EveryPage);
    }

    private static bool Names(Judgement on, string name) => name.Length >= ShortestName && on.Says(name);
}
