using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// The form keeps its fields, their names, kinds and places in the tree; seal fields may join it at the root. Its defaults may grow, its
/// behaviour may not change (ISO 32000-2, 12.7.3).
/// </summary>
internal static class FormRule
{
    private static readonly HashSet<string> Elsewhere = ["Fields", "DR", "DA", "Q", "SigFlags", "NeedAppearances"];

    public static void Examine(RevisionReview review)
    {
        var (old, now) = (review.OldForm, review.NewForm);
        if (old.Form is null && now.Form is null)
            return;
        if (now.Form is null)
        {
            review.Forbid("form-removed", "签章后表单（/AcroForm）被删除", "the form (/AcroForm) was removed after sealing");
            return;
        }
        if (!review.IsFreshOrSame(review.OldCatalog["AcroForm"], review.NewCatalog["AcroForm"], "form-misled", "表单", "the form"))
            return;
        var before = old.Form ?? PdfDictionary.Empty;
        Dictionary(review, before, now.Form);
        foreach (var fault in now.Faults)
            if (!old.Faults.Contains(fault))
                review.Forbid("form-malformed", $"签章后表单结构异常：{fault.Zh}", $"the form became malformed after sealing: {fault.En}");
        if (!review.IsFreshOrSame(before["Fields"], now.Form["Fields"], "form-misled", "表单域列表", "the list of fields"))
            return;
        Fields(review, old.Roots, now.Roots, parent: null);
    }

    private static void Dictionary(RevisionReview review, PdfDictionary before, PdfDictionary after)
    {
        foreach (var key in TrailerRule.Keys(before, after))
            if (!Elsewhere.Contains(key) && review.OldForm.Form is not null)
                review.Unchanged(before[key], after[key], "form-changed", $"表单的 /{key} ", $"/{key} of the form");
        // 12.7.3: a reader that makes appearances anew shows what was never sealed.
        if (review.After.Resolve(after["NeedAppearances"]).Equals(PdfBoolean.True) && !review.Before.Resolve(before["NeedAppearances"]).Equals(PdfBoolean.True))
            review.Forbid("appearances-unbound", "签章后要求阅读器重新生成外观（/NeedAppearances）", "readers were told to make appearances anew (/NeedAppearances) after sealing");
        var (oldFlags, newFlags) = (Flags(review.Before, before), Flags(review.After, after));
        if ((oldFlags & ~newFlags) != 0)
            review.Forbid("form-changed", "签章后表单的签名标志被清除", "flags of the form that tell of signatures were cleared after sealing");
        if (!review.Graph.Same(before["DA"], after["DA"]) || !review.Graph.Same(before["Q"], after["Q"]))
            review.Note(new LaterChange(ChangeNature.Filling, "form-defaults-changed", "表单默认外观被改动", "the form's default appearance changed"));
        Resources(review, before["DR"], after["DR"]);
    }

    private static long Flags(Revision view, PdfDictionary form) => (view.Resolve(form["SigFlags"]) as PdfInteger)?.Value ?? 0;

    // Fonts may join the default resources; those that are there stay what they were.
    private static void Resources(RevisionReview review, PdfObject? before, PdfObject? after)
    {
        if (review.Graph.Same(before, after))
            return;
        if (!review.IsFreshOrSame(before, after, "form-misled", "表单默认资源", "the form's default resources"))
            return;
        if (review.After.Resolve(after) is not PdfDictionary now)
        {
            review.Forbid("form-resources-changed", "签章后表单默认资源被删除", "the form's default resources were removed after sealing");
            return;
        }
        review.Graph.NewBelow(now);
        var old = review.Before.Resolve(before) as PdfDictionary ?? PdfDictionary.Empty;
        var grown = true;
        foreach (var kind in old.Entries)
        {
            if (review.Graph.Same(kind.Value, now[kind.Key]))
                continue;
            if (review.Before.Resolve(kind.Value) is not PdfDictionary was || review.After.Resolve(now[kind.Key]) is not PdfDictionary has)
            {
                // /ProcSet has had no meaning since PDF 1.4 (14.2).
                grown &= kind.Key == "ProcSet";
                continue;
            }
            grown &= review.IsFreshOrSame(kind.Value, now[kind.Key], "form-misled", "表单默认资源", "the form's default resources");
            // 12.7.4.3: a default appearance names fonts, colour spaces, patterns and states; a form drawn for one seal is named by that seal only.
            foreach (var resource in was.Entries)
                grown &= review.Graph.Same(resource.Value, has[resource.Key]) || (kind.Key == "XObject" && has[resource.Key] is PdfReference drawn && !review.Graph.Existed(drawn.Number));
        }
        if (!grown)
            review.Forbid("form-resources-changed", "签章后表单默认资源被替换", "resources of the form were replaced after sealing");
        else
            review.Note(new LaterChange(ChangeNature.Filling, "form-resources-added", "表单默认资源有新增", "resources were added to the form"));
    }

    private static void Fields(RevisionReview review, IReadOnlyList<FormNode> before, IReadOnlyList<FormNode> after, FormNode? parent)
    {
        var kept = ByName(after);
        foreach (var field in before)
        {
            if (!kept.TryGetValue(field.Name, out var now))
            {
                review.Forbid("field-removed", $"签章后域“{field.Name}”被删除或改名", $"the field {field.Name} was removed or renamed after sealing", field.Number, field: field.Name);
                continue;
            }
            if (!Equals(field.Reference, now.Reference))
            {
                review.Forbid("field-exchanged", $"签章后域“{field.Name}”被换成另一个对象", $"the field {field.Name} was exchanged for another object after sealing", now.Number, field: field.Name);
                continue;
            }
            if (field.Type != now.Type)
            {
                review.Forbid("field-kind-changed", $"签章后域“{field.Name}”的类型被改动", $"the field {field.Name} changed its kind after sealing", now.Number, field: field.Name);
                continue;
            }
            if (field.Kids.Count > 0 || now.Kids.Count > 0)
                Inner(review, field, now);
            else if (field.IsSeal)
                SealFieldRule.Examine(review, field, now);
            else
                FieldRule.Examine(review, field, now);
        }
        var known = ByName(before);
        foreach (var field in after)
            if (!known.ContainsKey(field.Name))
                NewFieldRule.Examine(review, field, parent);
    }

    // Of two fields of one name the first counts; that there are two was said already.
    private static Dictionary<string, FormNode> ByName(IReadOnlyList<FormNode> fields)
    {
        var named = new Dictionary<string, FormNode>(fields.Count, StringComparer.Ordinal);
        foreach (var field in fields)
            named.TryAdd(field.Name, field);
        return named;
    }

    private static void Inner(RevisionReview review, FormNode before, FormNode after)
    {
        foreach (var key in TrailerRule.Keys(before.Dictionary, after.Dictionary))
            if (key != "Kids")
                review.Unchanged(before.Dictionary[key], after.Dictionary[key], "field-changed", $"域“{before.Name}”的 /{key} ", $"/{key} of the field {before.Name}", before.Number);
        FieldRule.Kids(review, before, after);
        Fields(review, before.Kids, after.Kids, before);
    }
}
