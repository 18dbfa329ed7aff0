using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// A field that is no seal may get another value and the appearance that goes with it; its place, kind, name and behaviour stay
/// (ISO 32000-2, 12.7.4). An appearance that changes while the value does not shows what nobody entered.
/// </summary>
internal static class FieldRule
{
    // 12.7.4.2, 12.7.5: the value, also as rich text and as places in a list, what shows it, and what viewing programs renew with it.
    internal static readonly HashSet<string> Filled = ["V", "RV", "AP", "AS", "DA", "Q", "Ff", "F", "Type", "M", "I", "TI"];

    // Table 227: signing programs set it on seal fields; on any other field the flags are behaviour that was sealed.
    private const long ReadOnly = 1;
    // 12.5.3: what may change is Print, Locked and LockedContents; not whether the widget shows.
    private const long Indifferent = 4 | 128 | 512;

    public static void Examine(RevisionReview review, FormNode before, FormNode after)
    {
        var (old, now) = (before.Dictionary, after.Dictionary);
        if (!Kids(review, before, after) || !Frame(review, before.Name, before.Number, old, now, seal: false))
            return;

        var value = Changed(review, old, now, "V") || Changed(review, old, now, "RV") || Changed(review, old, now, "I") || Changed(review, old, now, "TI");
        var state = Changed(review, old, now, "AS");
        var appearance = AppearanceRule.Examine(review, before.Name, before.Number, old, now);
        var look = Changed(review, old, now, "DA") || Changed(review, old, now, "Q");
        for (var i = 0; i < before.Widgets.Count; i++)
        {
            var (oldWidget, newWidget) = (before.Widgets[i].Dictionary, after.Widgets[i].Dictionary);
            var number = before.Widgets[i].Reference?.Number ?? before.Number;
            Frame(review, before.Name, number, oldWidget, newWidget, seal: false);
            state |= Changed(review, oldWidget, newWidget, "AS");
            appearance |= AppearanceRule.Examine(review, before.Name, number, oldWidget, newWidget);
        }
        if (value)
            Replaced(review, old, now);
        if (value || state)
            review.Note(new LaterChange(ChangeNature.Filling, "field-filled", $"签章后填写了域“{before.Name}”", $"the field {before.Name} was filled after sealing", before.Number, 0, before.Name));
        else if (appearance)
            review.Forbid("field-redrawn", $"签章后域“{before.Name}”的外观被替换而值未变", $"the field {before.Name} was drawn anew after sealing, though its value stayed", before.Number, field: before.Name);
        else if (look)
            review.Note(new LaterChange(ChangeNature.Filling, "field-restyled", $"签章后域“{before.Name}”的默认外观被改动", $"the default appearance of the field {before.Name} changed after sealing", before.Number, 0, before.Name));
    }

    /// <summary>The same widgets in the same places.</summary>
    public static bool Kids(RevisionReview review, FormNode before, FormNode after)
    {
        var same = before.Dictionary.Has("Kids") == after.Dictionary.Has("Kids") && before.Widgets.Count == after.Widgets.Count
            && review.IsFreshOrSame(before.Dictionary["Kids"], after.Dictionary["Kids"], "field-changed", "域的下级列表", "the kids of a field");
        for (var i = 0; same && i < before.Widgets.Count; i++)
            same = before.Widgets[i].Reference is { } widget ? widget.Equals(after.Widgets[i].Reference) : after.Widgets[i].Reference is null;
        if (same && before.Kids.Count == 0 && review.Before.Resolve(before.Dictionary["Kids"]) is PdfArray old && review.After.Resolve(after.Dictionary["Kids"]) is PdfArray now)
            same = old.Count == now.Count;
        if (!same)
            review.Forbid("field-kids-changed", $"签章后域“{before.Name}”的下级被改动", $"the kids of the field {before.Name} changed after sealing", before.Number, field: before.Name);
        return same;
    }

    /// <summary>What filling never touches, and the flags of which it may touch some.</summary>
    public static bool Frame(RevisionReview review, string name, int number, PdfDictionary old, PdfDictionary now, bool seal)
    {
        var kept = true;
        foreach (var key in TrailerRule.Keys(old, now))
            if (!Filled.Contains(key) && key != "Kids")
                kept &= review.Unchanged(old[key], now[key], "field-changed", $"域“{name}”的 /{key} ", $"/{key} of the field {name}", number);
        if (!review.Graph.Same(old["Type"], now["Type"]) && (old.Has("Type") || now.Name("Type") != "Annot"))
            kept = Refuse(review, name, number, "Type");
        if (((Bits(review.Before, old["Ff"]) ^ Bits(review.After, now["Ff"])) & ~(seal ? ReadOnly : 0)) != 0)
            kept = Refuse(review, name, number, "Ff");
        if (((Bits(review.Before, old["F"]) ^ Bits(review.After, now["F"])) & ~Indifferent) != 0)
            kept = Refuse(review, name, number, "F");
        return kept;
    }

    public static bool Changed(RevisionReview review, PdfDictionary old, PdfDictionary now, string key) => !review.Graph.Same(old[key], now[key]);

    private static long Bits(Revision view, PdfObject? value) => (view.Resolve(value) as PdfInteger)?.Value ?? 0;

    private static bool Refuse(RevisionReview review, string name, int number, string key)
    {
        review.Forbid("field-changed", $"签章后域“{name}”的 /{key} 被改动", $"/{key} of the field {name} changed after sealing", number, field: name);
        return false;
    }

    private static void Replaced(RevisionReview review, PdfDictionary old, PdfDictionary now)
    {
        foreach (var key in (ReadOnlySpan<string>)["V", "RV"])
        {
            review.Graph.ReachOld(old[key]);
            review.Graph.NewBelow(now[key]);
        }
    }
}
