namespace Writ.Documents;

/// <summary>Whoever signs for the party is the party, or says as whom they sign; and never someone who stands on another side of the writ.</summary>
internal static class PersonRules
{
    // A single character stands in every writ and names nobody.
    private const int ShortestName = 2;

    public static void Check(Judgement on)
    {
        if (on.Act is ReadAloud { Listener.Length: > 0 } reading) CheckListener(on, reading);
        if (!on.Slots.Any(slot => slot.Role is "party" or "recipient" or "guardian")) return;
        var person = on.Act.Person;
        if (on.NamedOfficers.Any(officer => officer.Name == person.Name || officer.CertificateNumber == person.CertificateNumber) && on.Slots.Any(slot => IsOtherSide(on, slot)))
            on.Forbid("officer-not-party", "$.person", $"“{person.Name}”是文书载明的执法人员，不能代当事人签署。", $"{person.Name} is an officer of the writ and cannot act for the party.", Basis.TwoOfficers);
        else if (person.Capacity is null && on.Slots.Any(slot => slot.Role is "party" or "recipient") && !Names(on, person.Name))
            on.Forbid("capacity-missing", "$.person.capacity", $"文书没有载明“{person.Name}”，应说明其签署身份（如委托代理人）。", $"The writ does not name {person.Name}: say as whom they act.");
    }

    // Among themselves officers hand over and receive: there a recipient may be one of them.
    private static bool IsOtherSide(Judgement on, SlotState slot) => slot.Role is "party" or "guardian" || on.Act is Delivery || (slot.Role == "recipient" && on.Pack.Kind == PackKind.External);

    private static void CheckListener(Judgement on, ReadAloud reading)
    {
        if (reading.Listener == reading.Person.Name)
            on.Forbid("reader-is-listener", "$.listener", "宣读人不能是听取宣读的人。", "The one who reads is not the one who listens.", Basis.EveryPage);
        else if (!Names(on, reading.Listener))
            on.Forbid("listener-unknown", "$.listener", $"文书没有载明“{reading.Listener}”。", $"The writ does not name {reading.Listener}.", Basis.EveryPage);
    }

    private static bool Names(Judgement on, string name) => name.Length >= ShortestName && on.Says(name);
}
