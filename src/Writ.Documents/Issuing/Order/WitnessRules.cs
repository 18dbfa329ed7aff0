using System.Text.Json;

namespace Writ.Documents;

/// <summary>Who must have seen it when the person did not sign, and who may not be that witness.</summary>
internal static class WitnessRules
{
    public static void Check(Judgement on)
    {
        if (on.Act is Refusal or Absence or Delivery { Mode: DeliveryMode.Left }) CheckPresence(on);
        if (on.Act.Witness is { } witness) CheckWitness(on, witness, "$.witness");
        CheckTurn(on);
    }

    /// <summary>What can be said before it happens: who signs as witness is one, and officers wait for them.</summary>
    public static void CheckTurn(Judgement on)
    {
        if (on.Act is WitnessStatement || on.Slots.Any(slot => slot.IsForOnlooker))
        {
            CheckWitness(on, on.Act.Person, "$.person");
            CheckNamed(on);
        }
        CheckPending(on);
    }

    private static void CheckPresence(Judgement on)
    {
        var act = on.Act;
        if (act.Witness is null && act.NoWitness is null)
            on.Forbid("witness-or-reason-missing", "$.witness", "应有见证人，或者说明没有见证人的原因（noWitness）。", "A witness is needed, or the reason why there is none (noWitness).", Basis.Refusing);
        else if (act.Witness is not null && act.NoWitness is not null)
            on.Forbid("witness-and-reason", "$.noWitness", "既写明了见证人，又说明没有见证人。", "There is a witness, and a reason why there is none.", Basis.Refusing);
        else if (act.Witness is null && on.HasDuty("refusalNeedsWitness"))
            on.Forbid("witness-required", "$.witness", $"“{on.Profile.Name}”要求当事人拒签、不到场或者拒收时有见证人。", $"The profile {on.Profile.Id} demands a witness when the party refuses, is absent or does not take the writ.", on.Profile.Name);
        else if (act is Absence && act.Witness is null && on.State.CaseData.TryGetProperty("witness", out var told) && told.ValueKind == JsonValueKind.Object)
            on.Forbid("witness-required", "$.witness", "当事人不到场，文书载明有见证人到场，应由其见证。", "The party is absent and the writ names a witness who was there: the witness is to be named.", Basis.AbsentParty);
        // A witness with a slot of their own signs there; any other leaves ink with this act.
        if (act.Witness is { Ink: null } witness && !on.State.HasSlotFor(witness))
            on.Forbid("witness-ink-missing", "$.witness.ink", "文书没有见证人签署栏，见证人应随本次签署签名。", "The document has no slot for the witness: their ink is needed with this act.", Basis.Refusing);
    }

    private static void CheckWitness(Judgement on, Person witness, string path)
    {
        if (witness.IdNumber is null && witness.Unit is null)
            on.Forbid("witness-unidentified", path, "应写明见证人的证件号码或者单位职务。", "The witness's identity number or unit and post is needed.", Basis.Refusing);
        if (on.NamedOfficers.Any(officer => officer.Name == witness.Name) || on.Act.Officers.Any(officer => officer.IsSame(witness)))
            on.Forbid("witness-not-independent", path, $"见证人“{witness.Name}”是本案执法人员。", $"The witness {witness.Name} is an officer of the case.", Basis.Refusing);
        else if (witness != on.Act.Person && on.Act.Person.IsSame(witness) || on.State.Acts.Any(act => act.Person == witness.Name && on.State.Find(act.Slot)?.Role is "party" or "recipient" or "guardian"))
            on.Forbid("witness-not-independent", path, "当事人不能为自己见证。", "The party cannot be their own witness.", Basis.Refusing);
    }

    /// <summary>Whom an act relied on as witness signs, not someone else in their place.</summary>
    private static void CheckNamed(Judgement on)
    {
        var owed = on.State.OwedWitnesses;
        var left = on.State.Slots.Count(slot => slot is { IsForOnlooker: true, IsSettled: false }) - on.Slots.Count(slot => slot.IsForOnlooker);
        if (owed.Count > left && !owed.Contains(on.Act.Person.Name))
            on.Forbid("witness-other", "$.person", $"在先的签署记录写明的见证人是 {string.Join("、", owed)}，不是“{on.Act.Person.Name}”。", $"The witness an earlier act names is {string.Join(" and ", owed)}, not {on.Act.Person.Name}.", Basis.Refusing);
    }

    /// <summary>Officers close the record only after the witness they rely on has signed.</summary>
    private static void CheckPending(Judgement on)
    {
        if (on.State.OwedWitnesses.Count > 0 && on.Slots.Any(slot => slot.Role == "officer") && on.State.Slots.FirstOrDefault(slot => slot is { IsForOnlooker: true, IsSettled: false }) is { } waiting)
            on.Forbid("witness-pending", "$.slots", $"已记录见证人在场，应先由见证人（{waiting.Name}）签名。", $"A witness was recorded as present; the slot {waiting.Name} comes first.", Basis.Refusing);
    }
}
