namespace Writ.Documents;

/// <summary>Whether the document takes any act at all, whether its slots are free, and whose turn it is.</summary>
internal static class DocumentRules
{
    public static void Check(Judgement on)
    {
        var (state, act) = (on.State, on.Act);
        if (!state.IsIssued)
            on.Forbid("document-not-issued", "$", "文书尚未签发，不能签署。", "The document is not issued yet; nothing can be attested.", Basis.Original);
        if (state.IsClosed)
            on.Forbid("document-closed", "$", "文书已封存，不得再有任何签署。", "The document is closed; nothing may follow.", Basis.Unaltered);
        for (var i = 0; i < act.Slots.Length; i++) CheckSlot(on, act.Slots[i], $"$.slots[{i}]");
        var roles = on.Slots.Select(slot => slot.Role).Distinct().ToList();
        if (roles.Count > 1)
            on.Forbid("slots-of-several-roles", "$.slots", $"一人一次只能以一种身份签署，不能同时签署 {string.Join("、", roles)}。", $"One person acts in one role at a time, not as {string.Join(" and ", roles)}.", Basis.EveryPage);
        if (act.Shown is { } shown && shown != state.Sha256 && shown != on.Received)
            on.Forbid("document-not-the-one-shown", "$.shown", "向当事人展示的不是这份文件（摘要不符）：展示之后文件已有变化。",
                "The document that was shown is not this one (the digests differ): it has changed since.", Basis.Unaltered);
        if (act.Shown is null && act is Signature or Fingerprint or Alteration)
            on.Forbid("shown-missing", "$.shown", "应给出签署时所展示文件的摘要（shown）。", "The digest of the document that was shown is needed (shown).", Basis.Unaltered);
    }

    private static void CheckSlot(Judgement on, string name, string path)
    {
        if (on.State.Find(name) is not { } slot)
        {
            on.Forbid("slot-unknown", path, $"文书没有签署栏“{name}”；可用：{string.Join("、", on.State.Slots.Select(known => known.Name))}。",
                $"The document has no slot {name}; it has {string.Join(", ", on.State.Slots.Select(known => known.Name))}.");
            return;
        }
        if (slot.IsSettled)
        {
            on.Forbid("slot-taken", path, $"签署栏“{slot.Label}”（{name}）已经签署，不能再次签署。", $"The slot {name} is attested already.", Basis.Unaltered);
            return;
        }
        if (!Fits(on.Act, slot))
            on.Forbid("act-unfit-for-slot", path, $"签署栏“{slot.Label}”（{name}）不接受这种签署。", $"The slot {name} ({slot.Role}) does not take a {on.Act.Act}.", Basis.EveryPage);
        var waiting = on.State.Slots.FirstOrDefault(other => other is { Required: true, IsSettled: false } && other.Order < slot.Order && !on.Act.Slots.Contains(other.Name));
        if (waiting is not null)
            on.Forbid("slot-out-of-order", path, $"应先由“{waiting.Label}”（{waiting.Name}）签署。", $"The slot {waiting.Name} comes first.", Basis.EveryPage);
    }

    /// <summary>Which acts a slot takes: by its role, and by its name where it is kept for one kind of act.</summary>
    private static bool Fits(Attestation act, SlotState slot)
    {
        if (slot.IsFor("alteration")) return act is Alteration;
        if (slot.IsFor("reading")) return act is ReadAloud;
        return act switch
        {
            Alteration or ReadAloud => false,
            Delivery => slot.Role == "recipient",
            WitnessStatement => slot.Role == "witness",
            Refusal or Absence => slot.Role is "party" or "recipient" or "guardian",
            Fingerprint => slot.Role is not ("officer" or "approver" or "recorder"),
            _ => true,
        };
    }
}
