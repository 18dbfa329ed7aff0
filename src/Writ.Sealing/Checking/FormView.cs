using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>A terminal field as one revision shows it.</summary>
internal sealed record ViewedField(string Name, PdfReference Reference, PdfDictionary Dictionary, string? Type);

/// <summary>The form of one revision, read with no trust in it.</summary>
internal static class FormView
{
    private const int MaxFields = 20_000;
    private const int MaxDepth = 32;

    /// <summary>Terminal fields with full names (ISO 32000-2, 12.7.4.2); nothing when there is no form.</summary>
    /// <exception cref="PdfFormatException">The tree is beyond the limits.</exception>
    public static IReadOnlyList<ViewedField> Fields(Revision view)
    {
        var fields = new List<ViewedField>();
        if (view.Resolve(view.Catalog["AcroForm"]) is PdfDictionary form && view.Resolve(form["Fields"]) is PdfArray roots)
        {
            var seen = new HashSet<int>();
            foreach (var root in roots)
                Walk(view, root, "", null, 0, seen, fields);
        }
        return fields;
    }

    private static void Walk(Revision view, PdfObject node, string parent, string? inherited, int depth, HashSet<int> seen, List<ViewedField> fields)
    {
        if (depth > MaxDepth || fields.Count >= MaxFields)
            throw new PdfFormatException(-1, "ISO 32000-2, 12.7.4", "The field tree is too deep or too large");
        if (node is not PdfReference reference || !seen.Add(reference.Number) || view.Resolve(reference) is not PdfDictionary field)
            return;
        var partial = (view.Resolve(field["T"]) as PdfString)?.ToText();
        var name = partial is null ? parent : parent.Length == 0 ? partial : $"{parent}.{partial}";
        var type = (view.Resolve(field["FT"]) as PdfName)?.Value ?? inherited;
        var kids = view.Resolve(field["Kids"]) is PdfArray array ? array.Where(k => view.Resolve(k) is PdfDictionary kid && kid.Has("T")).ToList() : [];
        if (kids.Count == 0)
            fields.Add(new ViewedField(name, reference, field, type));
        else
            foreach (var kid in kids)
                Walk(view, kid, name, type, depth + 1, seen, fields);
    }
}
