namespace Writ.Pdf;

/// <summary>The form of a document as it stands now: catalog, /AcroForm and all terminal fields.</summary>
public sealed class DocumentForm
{
    private const int MaxFields = 20_000;
    private const int MaxDepth = 32;

    private DocumentForm(PdfReference catalogReference, PdfDictionary catalog, PdfReference? formReference, PdfDictionary? form, IReadOnlyList<PlacedField> fields)
    {
        CatalogReference = catalogReference;
        Catalog = catalog;
        FormReference = formReference;
        Form = form;
        Fields = fields;
    }

    public PdfReference CatalogReference { get; }

    public PdfDictionary Catalog { get; }

    /// <summary>Null when /AcroForm is absent or stands in the catalog itself.</summary>
    public PdfReference? FormReference { get; }

    public PdfDictionary? Form { get; }

    public IReadOnlyList<PlacedField> Fields { get; }

    /// <summary>/Fields as it stands.</summary>
    public PdfArray FieldRoots { get; private init; } = PdfArray.Empty;

    public IEnumerable<PlacedField> Filled => Fields.Where(f => f.IsSignature && f.IsFilled);

    public PlacedField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <exception cref="PdfFormatException">The catalog or the field tree cannot be read.</exception>
    public static DocumentForm Read(Revision view)
    {
        if (view.Trailer["Root"] is not PdfReference catalogReference || view.Resolve(catalogReference) is not PdfDictionary catalog)
            throw new PdfFormatException(-1, "ISO 32000-2, 7.7.2", "The document has no catalog");
        var formReference = catalog["AcroForm"] as PdfReference;
        var form = view.Resolve(catalog["AcroForm"]) as PdfDictionary;
        var fields = new List<PlacedField>();
        if (form is not null && view.Resolve(form["Fields"]) is PdfArray roots)
            foreach (var root in roots)
                Walk(view, root, "", inheritedType: null, depth: 0, [], fields);
        return new DocumentForm(catalogReference, catalog, formReference, form, fields) { FieldRoots = form is null ? PdfArray.Empty : view.Resolve(form["Fields"]) as PdfArray ?? PdfArray.Empty };
    }

    private static void Walk(Revision view, PdfObject node, string parent, string? inheritedType, int depth, HashSet<PdfReference> path, List<PlacedField> fields)
    {
        if (depth > MaxDepth || fields.Count >= MaxFields)
            throw new PdfFormatException(-1, "ISO 32000-2, 12.7.4", "The field tree is too deep or too large");
        if (node is not PdfReference reference || !path.Add(reference) || view.Resolve(reference) is not PdfDictionary field)
            return;
        var name = view.Resolve(field["T"]) is PdfString partial ? parent.Length == 0 ? partial.ToText() : parent + "." + partial.ToText() : parent;
        var type = (view.Resolve(field["FT"]) as PdfName)?.Value ?? inheritedType;
        var kids = view.Resolve(field["Kids"]) as PdfArray;
        var fieldKids = kids?.Where(k => view.Resolve(k) is PdfDictionary d && d.Has("T")).ToList();
        if (fieldKids is { Count: > 0 })
            foreach (var kid in fieldKids)
                Walk(view, kid, name, type, depth + 1, path, fields);
        else
            fields.Add(new PlacedField(name, reference, field, type == "Sig"));
    }
}
