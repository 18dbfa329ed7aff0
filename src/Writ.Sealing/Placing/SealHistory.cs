using Writ.Pdf;

namespace Writ.Sealing.Placing;

/// <summary>What the seals already on a document still allow.</summary>
internal static class SealHistory
{
    /// <summary>The seal that allows nothing more: one that closed the document, or one that certifies with P=1.</summary>
    public static string? ClosedBy(Revision view, DocumentForm form)
    {
        foreach (var field in form.Filled)
        {
            if (view.Resolve(field.Dictionary["V"]) is not PdfDictionary signature)
                continue;
            if (signature.Name(SealDictionary.ActKey) == nameof(SealAct.Close))
                return field.Name;
            foreach (var (method, parameters) in Transforms(view, signature))
                if (method is "DocMDP" or "FieldMDP" && parameters.Integer("P") == 1)
                    return field.Name;
        }
        return null;
    }

    /// <summary>The seal that locked a field, or null (ISO 32000-2, 12.8.2.4).</summary>
    public static string? LockedBy(Revision view, DocumentForm form, string name)
    {
        foreach (var field in form.Filled)
        {
            if (view.Resolve(field.Dictionary["V"]) is not PdfDictionary signature)
                continue;
            if (view.Resolve(field.Dictionary["Lock"]) is PdfDictionary fieldLock && Names(view, fieldLock, name))
                return field.Name;
            foreach (var (method, parameters) in Transforms(view, signature))
                if (method == "FieldMDP" && Names(view, parameters, name))
                    return field.Name;
        }
        return null;
    }

    private static IEnumerable<(string Method, PdfDictionary Parameters)> Transforms(Revision view, PdfDictionary signature)
    {
        if (view.Resolve(signature["Reference"]) is not PdfArray references)
            yield break;
        foreach (var entry in references)
            if (view.Resolve(entry) is PdfDictionary reference && reference.Name("TransformMethod") is { } method && view.Resolve(reference["TransformParams"]) is PdfDictionary parameters)
                yield return (method, parameters);
    }

    // A name locks the field and everything below it: whole parts of the name, never a prefix of one.
    private static bool Names(Revision view, PdfDictionary rule, string name)
    {
        var action = rule.Name("Action");
        if (action == "All")
            return true;
        var listed = view.Resolve(rule["Fields"]) is PdfArray fields
            && fields.Any(f => view.Resolve(f) is PdfString text && text.ToText() is var locked && (locked == name || name.StartsWith(locked + ".", StringComparison.Ordinal)));
        return action switch
        {
            "Include" => listed,
            "Exclude" => !listed,
            _ => false,
        };
    }
}
