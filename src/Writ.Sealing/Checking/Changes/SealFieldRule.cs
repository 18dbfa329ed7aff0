using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// A sealed field never changes again, nor does the signature in it; an empty seal field changes only by being sealed, with a signature
/// that did not exist before (ISO 32000-2, 12.7.5.5).
/// </summary>
internal static class SealFieldRule
{
    public static void Examine(RevisionReview review, FormNode before, FormNode after)
    {
        if (!FieldRule.Kids(review, before, after))
            return;
        var wasSealed = review.Before.Resolve(before.Dictionary["V"]) is not PdfNull;
        var isSealed = review.After.Resolve(after.Dictionary["V"]) is not PdfNull;
        if (wasSealed)
            Untouched(review, before, after);
        else if (isSealed)
            Filled(review, before, after);
        else
            Unsealed(review, before, after);
    }

    private static void Untouched(RevisionReview review, FormNode before, FormNode after)
    {
        var (old, now) = (before.Dictionary, after.Dictionary);
        if (review.After.Resolve(now["V"]) is not PdfDictionary)
        {
            review.Forbid("seal-removed", $"域“{before.Name}”中的签章被移除", $"the seal in the field {before.Name} was removed", before.Number, field: before.Name);
            return;
        }
        if (review.Graph.FirstDifference(old["V"], now["V"], before.Number) is { } number)
            review.Forbid("seal-altered", $"域“{before.Name}”中的签名被改动或替换", $"the signature in the field {before.Name} was altered or exchanged", number, field: before.Name);
        Same(review, before.Name, before.Number, old, now);
        for (var i = 0; i < before.Widgets.Count; i++)
            Same(review, before.Name, before.Widgets[i].Reference?.Number ?? before.Number, before.Widgets[i].Dictionary, after.Widgets[i].Dictionary);
    }

    // Viewing programs set the read-only flag of fields that are locked, and nothing else.
    private static void Same(RevisionReview review, string name, int number, PdfDictionary old, PdfDictionary now)
    {
        foreach (var key in TrailerRule.Keys(old, now))
            if (key is not ("V" or "Kids" or "Ff" or "Type"))
                review.Unchanged(old[key], now[key], key == "Rect" ? "seal-moved" : "seal-field-changed", $"签章域“{name}”的 /{key} ", $"/{key} of the seal field {name}", number);
        FieldRule.Frame(review, name, number, Only(old), Only(now), seal: true);
    }

    private static PdfDictionary Only(PdfDictionary field) => PdfDictionary.Of(("Type", field["Type"]), ("Ff", field["Ff"]));

    private static void Unsealed(RevisionReview review, FormNode before, FormNode after)
    {
        Same(review, before.Name, before.Number, before.Dictionary, after.Dictionary);
        for (var i = 0; i < before.Widgets.Count; i++)
            Same(review, before.Name, before.Widgets[i].Reference?.Number ?? before.Number, before.Widgets[i].Dictionary, after.Widgets[i].Dictionary);
    }

    private static void Filled(RevisionReview review, FormNode before, FormNode after)
    {
        if (!FieldRule.Frame(review, before.Name, before.Number, before.Dictionary, after.Dictionary, seal: true))
            return;
        AppearanceRule.Examine(review, before.Name, before.Number, before.Dictionary, after.Dictionary);
        for (var i = 0; i < before.Widgets.Count; i++)
        {
            var number = before.Widgets[i].Reference?.Number ?? before.Number;
            FieldRule.Frame(review, before.Name, number, before.Widgets[i].Dictionary, after.Widgets[i].Dictionary, seal: true);
            AppearanceRule.Examine(review, before.Name, number, before.Widgets[i].Dictionary, after.Widgets[i].Dictionary);
        }
        NewValue(review, after);
    }

    /// <summary>The value of a freshly sealed field: a dictionary that the older revision did not have.</summary>
    public static void NewValue(RevisionReview review, FormNode field)
    {
        var value = field.Dictionary["V"];
        if (value is PdfReference reference && review.Graph.Existed(reference.Number))
        {
            review.Forbid("seal-recycled", $"域“{field.Name}”的签名是旧版本中已有的对象", $"the signature of the field {field.Name} is an object that existed before", reference.Number, field: field.Name);
            return;
        }
        if (review.After.Resolve(value) is not PdfDictionary signature)
        {
            review.Forbid("seal-malformed", $"域“{field.Name}”的签名不是字典", $"the signature of the field {field.Name} is no dictionary", field.Number, field: field.Name);
            return;
        }
        review.Graph.NewBelow(value);
        var number = (value as PdfReference)?.Number ?? field.Number;
        var timestamp = signature.Name("Type") == "DocTimeStamp";
        if (timestamp && !NewFieldRule.IsVisible(review.After, field))
            review.Note(new LaterChange(ChangeNature.Upkeep, "document-timestamp-added", $"新增文件时间戳“{field.Name}”", $"the document timestamp {field.Name} was added", number));
        else
            review.Note(new LaterChange(ChangeNature.Sealing, "seal-added", $"新增签章“{field.Name}”", $"the seal {field.Name} was added", number, 0, field.Name));
    }
}
