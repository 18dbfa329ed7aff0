namespace Writ.Documents;

/// <summary>Whoever signs for the party is the party, or says as whom they sign.</summary>
internal static class PersonRules
{
    public static void Check(Judgement on)
    {
        var person = on.Act.Person;
        if (on.Act is Signature or Fingerprint or Refusal or Absence or Delivery && person.Capacity is null
            && on.Slots.Any(slot => slot.Role is "party" or "recipient") && !on.State.CaseData.ToString().Contains(person.Name, StringComparison.Ordinal))
            on.Forbid("capacity-missing", "$.person.capacity", $"文书没有载明“{person.Name}”，应说明其签署身份（如委托代理人）。", $"The writ does not name {person.Name}: say as whom they act.");
    }
}
