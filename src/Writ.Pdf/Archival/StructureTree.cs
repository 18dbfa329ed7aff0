namespace Writ.Pdf;

/// <summary>The logical structure of a document (ISO 32000-2, 14.7): elements in reading order, and the way back from pages and annotations to them.</summary>
public sealed class StructureTree
{
    private readonly ObjectWriter writer;
    private readonly ConformanceLog conformance;
    private readonly PdfReference root;
    private readonly List<StructureElement> elements = [];
    private readonly List<StructureElement> top = [];
    // Position = the /StructParents or /StructParent key: for a page the elements of its MCIDs, for an annotation its one element.
    private readonly List<object> parents = [];

    public StructureTree(ObjectWriter writer, ConformanceLog conformance)
    {
        this.writer = writer;
        this.conformance = conformance;
        root = writer.Reserve();
    }

    /// <summary>Adds an element of a standard structure type.</summary>
    /// <param name="parent">Null for the one element at the top, of role Document.</param>
    /// <param name="onFirstUse">The element takes its place among its parent's kids only when content is first marked for it or below it: for elements in the middle of running text.</param>
    public StructureElement Add(StructureElement? parent, string role, object? location = null, bool onFirstUse = false)
    {
        if (!StructureRules.IsStandardRole(role)) throw new ArgumentException($"{role} is not a standard structure type.", nameof(role));
        var element = new StructureElement(writer.Reserve(), role, parent, location);
        elements.Add(element);
        if (!onFirstUse) Attach(element);
        return element;
    }

    /// <summary>A key for the /StructParents of a page whose content will be marked.</summary>
    internal int OpenPage()
    {
        parents.Add(new List<PdfObject>());
        return parents.Count - 1;
    }

    /// <summary>Gives the next piece of content on a page to an element; the result is its MCID.</summary>
    internal int Mark(StructureElement element, PdfReference page, int pageKey)
    {
        Attach(element);
        var marks = (List<PdfObject>)parents[pageKey];
        var identifier = marks.Count;
        marks.Add(element.Reference);
        element.Page ??= page;
        element.Kids.Add(element.Page == page ? identifier : PdfDictionary.Of(("Type", new PdfName("MCR")), ("Pg", page), ("MCID", identifier)));
        return identifier;
    }

    /// <summary>Makes an annotation content of an element; the result is its /StructParent key.</summary>
    internal int Own(StructureElement element, PdfReference page, PdfReference annotation)
    {
        Attach(element);
        element.Kids.Add(PdfDictionary.Of(("Type", new PdfName("OBJR")), ("Pg", page), ("Obj", annotation)));
        parents.Add(element.Reference);
        return parents.Count - 1;
    }

    /// <summary>Writes all elements and the root.</summary>
    internal PdfReference Write()
    {
        StructureRules.Check(elements, top, conformance);
        // An element that nothing was ever marked for would hang in the air: it is written where its siblings stand.
        foreach (var element in elements) Attach(element);
        foreach (var element in elements) writer.Write(element.Reference, Describe(element));
        var parentTree = NumberTree.Write(writer, [.. parents.Select(p => p as PdfObject ?? PdfArray.Of((List<PdfObject>)p))]);
        // /ParentTree stands before /K: a validator that walks in file order then meets each widget by its own key first.
        writer.Write(root, PdfDictionary.Of(
            ("Type", new PdfName("StructTreeRoot")), ("ParentTree", parentTree), ("ParentTreeNextKey", parents.Count),
            ("K", PdfArray.Of(top.Select(e => (PdfObject)e.Reference)))));
        return root;
    }

    private void Attach(StructureElement element)
    {
        if (element.Attached) return;
        element.Attached = true;
        if (element.Parent is not { } parent)
        {
            top.Add(element);
            return;
        }
        Attach(parent);
        parent.Children.Add(element);
        parent.Kids.Add(element.Reference);
    }

    private PdfDictionary Describe(StructureElement element) => PdfDictionary.Of(
        ("Type", new PdfName("StructElem")), ("S", new PdfName(element.Role)), ("P", element.Parent?.Reference ?? root), ("Pg", element.Page),
        ("T", Text(element.Title)), ("Lang", Text(element.Language)), ("Alt", Text(element.AlternateText)), ("ActualText", Text(element.ActualText)),
        ("A", Attributes(element)),
        // A single child stands in an array too: pyHanko finds a changed field only along paths that run through arrays.
        ("K", element.Kids.Count switch { 0 => null, 1 when element.Children.Count == 0 => element.Kids[0], _ => PdfArray.Of(element.Kids) }));

    private static PdfObject? Attributes(StructureElement element)
    {
        if (element.Scope is not null || element.ColumnSpan != 1 || element.RowSpan != 1)
            return PdfDictionary.Of(
                ("O", new PdfName("Table")), ("Scope", element.Scope is null ? null : new PdfName(element.Scope)),
                ("ColSpan", element.ColumnSpan == 1 ? null : element.ColumnSpan), ("RowSpan", element.RowSpan == 1 ? null : element.RowSpan));
        if (element.ListNumbering is not null) return PdfDictionary.Of(("O", new PdfName("List")), ("ListNumbering", new PdfName(element.ListNumbering)));
        if (element.Box is { } box)
            return PdfDictionary.Of(("O", new PdfName("Layout")), ("Placement", new PdfName("Block")), ("BBox", box.ToArray()));
        return null;
    }

    private static PdfString? Text(string? text) => text is null ? null : PdfString.Text(text);
}
