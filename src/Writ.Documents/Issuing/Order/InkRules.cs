namespace Writ.Documents;

/// <summary>Every page signed, the closing phrase written, ink where ink is due (程序规定 第二十九条).</summary>
internal static class InkRules
{
    public static void Check(Judgement on)
    {
        foreach (var slot in on.Slots)
        {
            if (on.Act is Signature signature) CheckSignature(on, signature, slot);
            else if (on.Act is WitnessStatement or Alteration or ReadAloud or Delivery { Mode: DeliveryMode.Direct } && slot.Has("ink") && on.Act.Person.Ink is null)
                on.Forbid("ink-missing", "$.person.ink", $"“{slot.Label}”（{slot.Name}）应有笔迹。", $"The slot {slot.Name} needs ink.", Basis.EveryPage);
        }
        if (on.Act is Signature { Inks: var inks })
        {
            var pages = on.Slots.SelectMany(slot => slot.Places).Where(place => place.Part == "ink").Select(place => place.Page).ToHashSet();
            for (var i = 0; i < inks.Length; i++)
                if (inks[i].Page > 0 && !pages.Contains(inks[i].Page))
                    on.Forbid("ink-page-unknown", $"$.inks[{i}].page", $"第 {inks[i].Page} 页没有所签的签署栏。", $"None of the slots stands on page {inks[i].Page}.", Basis.EveryPage);
        }
        if (on.Act is Fingerprint { CannotRead: true } && !on.State.Acts.Any(act => act.Act == "read-aloud" && act.Text("act", "listener") == on.Act.Person.Name))
            on.Forbid("reading-missing", "$", "当事人不能阅读，应先记录向其宣读。", "The person cannot read: that it was read aloud to them is to be recorded first.", Basis.EveryPage);
    }

    private static void CheckSignature(Judgement on, Signature signature, SlotState slot)
    {
        int[] unsigned = [.. slot.Places.Where(place => place.Part == "ink" && SlotPlan.InkOf(signature, slot, place.Page) is null).Select(place => place.Page).Distinct()];
        if (unsigned.Length > 0)
            on.Forbid(signature.Inks.IsEmpty ? "ink-missing" : "pages-unsigned", "$.inks", $"“{slot.Label}”应逐页签名；第 {string.Join("、", unsigned)} 页没有签名。",
                $"Every page is signed; in the slot {slot.Name} there is no ink for page {string.Join(", ", unsigned)}.", Basis.EveryPage);
        if (slot.Phrase is not { } phrase || !slot.Has("text")) return;
        if (signature.PhraseInk is null || signature.Phrase is null)
            on.Forbid("phrase-missing", "$.phrase", $"应由本人手写“{phrase}”。", $"The person writes “{phrase}” in their own hand.", Basis.EveryPage);
        else if (!Letters(signature.Phrase).SequenceEqual(Letters(phrase)))
            on.Warn("phrase-differs", "$.phrase.text", $"手写内容与“{phrase}”不同。", $"What was written differs from “{phrase}”.", Basis.EveryPage);
    }

    private static IEnumerable<char> Letters(string text) => text.Where(char.IsLetterOrDigit);
}
