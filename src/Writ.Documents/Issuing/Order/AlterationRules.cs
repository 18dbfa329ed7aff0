namespace Writ.Documents;

/// <summary>A correction names a passage that stands on its page, once, and comes before anyone has signed the record (程序规定 第二十九条).</summary>
internal static class AlterationRules
{
    public static void Check(Judgement on)
    {
        if (on.Act is not Alteration alteration) return;
        CheckPassage(on, alteration);
        CheckTurn(on);
    }

    public static void CheckTurn(Judgement on)
    {
        if (on.Act is Alteration && on.State.Slots.FirstOrDefault(slot => slot is { Role: "officer" or "party", IsSettled: true } && !slot.IsFor("alteration")) is { } signed)
            on.Forbid("alteration-after-signing", "$", $"“{signed.Label}”（{signed.Name}）已经签署，其后不得改动，应另行制作补正文书。",
                $"The slot {signed.Name} is attested: nothing is altered after that; issue a correction instead.", Basis.EveryPage);
    }

    public static void CheckPassage(Judgement on, Alteration alteration)
    {
        if (alteration.Page < 1 || alteration.Page > on.State.Pages)
        {
            on.Forbid("alteration-page-unknown", "$.page", $"文书共 {on.State.Pages} 页，没有第 {alteration.Page} 页。", $"The document has {on.State.Pages} pages; there is no page {alteration.Page}.", Basis.EveryPage);
            return;
        }
        var (page, passage) = (alteration.Page, Bare(alteration.Old));
        if (on.State.Acts.Any(act => act.Act == "alteration" && act.Whole("act", "page") == page && (act.Text("act", "old") ?? "") == alteration.Old
            && (alteration.Old.Length > 0 || act.Text("act", "new") == alteration.New)))
            on.Forbid("alteration-repeated", "$.old", $"第 {page} 页的这处改动已经确认过。", $"This alteration of page {page} has been confirmed already.", Basis.EveryPage);
        if (alteration.Old.Length == 0) return;
        var found = on.State.TextOf(page) is { } text ? Count(text, passage) : on.Says(alteration.Old) ? 1 : 0;
        if (found == 0)
        {
            int[] elsewhere = [.. Enumerable.Range(1, on.State.Pages).Where(other => on.State.TextOf(other) is { } shown && Count(shown, passage) > 0)];
            var (zh, en) = elsewhere.Length == 0 ? ("", "") : ($"（见于第 {string.Join("、", elsewhere)} 页）", $" (page {string.Join(", ", elsewhere)} does)");
            on.Forbid("alteration-passage-unknown", "$.old", $"文书第 {page} 页没有“{alteration.Old}”{zh}。", $"Page {page} of the document does not say “{alteration.Old}”{en}.", Basis.EveryPage);
        }
        else if (found > 1)
            on.Warn("alteration-passage-ambiguous", "$.old", $"“{alteration.Old}”在第 {page} 页出现 {found} 次，应连同上下文写明所改的是哪一处。",
                $"Page {page} says “{alteration.Old}” {found} times; give more of the passage, so that it is plain which is meant.", Basis.EveryPage);
    }

    // Lines are broken where they fit: between words and lines a page keeps no blanks.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int Count(string text, string passage)
    {
        if (passage.Length == 0) return 0;
        var count = 0;
        for (var at = text.IndexOf(passage, StringComparison.Ordinal); at >= 0; at = text.IndexOf(passage, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }
}
