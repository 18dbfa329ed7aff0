using System.Collections.Immutable;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>Whether a capture brings all the ink its slots ask for, so that the person hears of it while the pen is still in their hand.</summary>
internal static class CapturedInk
{
    /// <param name="slots">Those the capture is for, of the ticket's.</param>
    public static void Check(Attestation act, SigningTicket ticket, ImmutableArray<string> slots, List<Problem> problems)
    {
        foreach (var slot in ticket.Facts.GetProperty("slots").EnumerateArray().Where(slot => slots.Contains(slot.GetProperty("name").GetString()!)))
        {
            int[] pages = [.. slot.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32())];
            if (act is Signature signature) Check(signature, slot, pages, problems);
            else if (act is WitnessStatement or Alteration or ReadAloud or Delivery && pages.Length > 0 && act.Person.Ink is null)
                problems.Add(new Problem("ink-missing", "$.ink", new Bilingual("缺少笔迹。", "There is no ink."), Basis.EveryPage));
        }
    }

    private static void Check(Signature signature, JsonElement slot, int[] pages, List<Problem> problems)
    {
        int[] unsigned = [.. pages.Where(page => SlotPlan.InkOf(signature, pages.Length, page) is null)];
        if (unsigned.Length > 0)
            problems.Add(new Problem(signature.Inks.IsEmpty ? "ink-missing" : "pages-unsigned", "$.inks", new Bilingual(
                $"第 {string.Join("、", unsigned)} 页没有签名。", $"There is no ink for page {string.Join(", ", unsigned)}."), Basis.EveryPage));
        if (slot.TryGetProperty("phrase", out var phrase) && signature.PhraseInk is null && slot.GetProperty("places").EnumerateArray().Any(place => place.GetProperty("part").GetString() == "text"))
            problems.Add(new Problem("phrase-missing", "$.phrase", new Bilingual($"应由本人手写“{phrase.GetString()}”。", $"The person writes “{phrase.GetString()}” in their own hand."), Basis.EveryPage));
    }
}
