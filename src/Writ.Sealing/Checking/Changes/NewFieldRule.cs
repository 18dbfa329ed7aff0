using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Only seal fields may be added, at the root of the form, made of new objects, and without anything that acts.</summary>
internal static class NewFieldRule
{
    // ISO 32000-2, tables 166, 187, 191, 226, 235: what a seal field and its widget are made of; actions (/A, /AA) are not among it.
    private static readonly HashSet<string> Parts =
    [
        "Type", "Subtype", "FT", "T", "TU", "TM", "F", "Ff", "Rect", "P", "AP", "AS", "V", "DA", "Q", "MK", "Lock", "SV", "Kids", "Parent", "StructParent",
        "Border", "BS", "H", "M", "NM", "Contents", "Lang", "DR",
    ];

    public static void Examine(RevisionReview review, FormNode field, FormNode? parent)
    {
        if (!field.IsSeal || parent is not null)
        {
            review.Forbid("field-added", $"签章后新增域“{field.Name}”", $"the field {field.Name} was added after sealing", field.Number, field: field.Name);
            return;
        }
        if (!IsNew(review, field.Reference) || field.Widgets.Any(w => !IsNew(review, w.Reference)))
        {
            review.Forbid("field-added", $"新增签章域“{field.Name}”占用了旧对象", $"the new seal field {field.Name} takes the place of older objects", field.Number, field: field.Name);
            return;
        }
        foreach (var part in field.Widgets.Select(w => w.Dictionary).Prepend(field.Dictionary))
            foreach (var entry in part.Entries)
                if (!Parts.Contains(entry.Key))
                    review.Forbid("field-acts", $"新增签章域“{field.Name}”带有 /{entry.Key}", $"the new seal field {field.Name} has /{entry.Key}", field.Number, field: field.Name);

        review.Graph.Reach(field.Number);
        foreach (var widget in field.Widgets)
            if (widget.Reference is { } reference)
                review.Graph.Reach(reference.Number);
        foreach (var part in field.Widgets.Select(w => w.Dictionary).Prepend(field.Dictionary))
            if (part["AP"] is { } faces)
                AppearanceRule.Examine(review, field.Name, field.Number, PdfDictionary.Empty, PdfDictionary.Of(("AP", faces)));

        if (IsVisible(review.After, field))
            review.Note(new LaterChange(ChangeNature.NewVisibleField, "seal-field-added", $"新增可见签章域“{field.Name}”", $"the visible seal field {field.Name} was added", field.Number, 0, field.Name));
        else
            review.Note(new LaterChange(ChangeNature.Upkeep, "seal-field-added", $"新增不可见签章域“{field.Name}”", $"the invisible seal field {field.Name} was added", field.Number));
        if (review.After.Resolve(field.Dictionary["V"]) is not PdfNull)
            SealFieldRule.NewValue(review, field);
    }

    /// <summary>Some widget of the field has an area.</summary>
    public static bool IsVisible(Revision view, FormNode field) =>
        field.Widgets.Select(w => w.Dictionary).Prepend(field.Dictionary).Any(d => HasArea(view, d));

    private static bool HasArea(Revision view, PdfDictionary widget)
    {
        if (view.Resolve(widget["Rect"]) is PdfNull)
            return false;
        // What is no rectangle may be one to a patient reader.
        if (view.Resolve(widget["Rect"]) is not PdfArray { Count: 4 } box || box.Any(side => view.Resolve(side) is not (PdfInteger or PdfReal)))
            return true;
        return Number(view, box[0]) != Number(view, box[2]) && Number(view, box[1]) != Number(view, box[3]);
    }

    private static double Number(Revision view, PdfObject value) => view.Resolve(value) is PdfInteger integer ? integer.Value : ((PdfReal)view.Resolve(value)).Value;

    private static bool IsNew(RevisionReview review, PdfReference? reference) => reference is null || !review.Graph.Existed(reference.Number);
}
