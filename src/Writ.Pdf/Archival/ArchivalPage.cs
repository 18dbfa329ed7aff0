namespace Writ.Pdf;

/// <summary>A page being written: its content, what of it belongs to which structure element, and its fields.</summary>
public sealed class ArchivalPage
{
    private readonly ArchivalDocument document;
    private readonly PdfReference parent;
    private readonly int structParents;
    private readonly List<PdfObject> annotations = [];
    private readonly PdfBox box;
    private bool closed;

    internal ArchivalPage(ArchivalDocument document, PdfReference parent, PdfReference reference, double width, double height)
    {
        this.document = document;
        this.parent = parent;
        Reference = reference;
        box = new PdfBox(0, 0, width, height);
        structParents = document.Structure.OpenPage();
        Content = new ContentWriter(document.Conformance);
        // ISO 19005-3, 6.1.13: a page side is 3 to 14 400 units long.
        if (width is < 3 or > 14_400 || height is < 3 or > 14_400) document.Conformance.Add("ISO 19005-3, 6.1.13", "The page is too small or too large.");
    }

    public PdfReference Reference { get; }
    public ContentWriter Content { get; }

    /// <summary>Begins content of a structure element; <see cref="ContentWriter.EndMarked"/> ends it.</summary>
    public void BeginMarked(StructureElement element, string? actualText = null) =>
        Content.BeginMarked(element.Role, document.Structure.Mark(element, Reference, structParents), actualText);

    /// <summary>Places a field; <paramref name="form"/> is its own structure element of role Form, which stands beside its printed label, never beside another Form.</summary>
    public PdfReference AddField(FormField field, StructureElement form)
    {
        if (form.Role != "Form") throw new ArgumentException("A field belongs to an element of role Form.", nameof(form));
        if (string.IsNullOrWhiteSpace(field.Tooltip)) document.Conformance.Add("ISO 14289-1, 7.18.1", $"The field {field.Name} has no description.", form.Location);
        if (field.Box.Width <= 0 || field.Box.Height <= 0) document.Conformance.Add("ISO 32000-2, 12.5.2", $"The field {field.Name} has no area.", form.Location);
        var widget = document.Writer.Reserve();
        var key = document.Structure.Own(form, Reference, widget);
        document.Enter(field.Name, widget);
        annotations.Add(widget);
        document.Writer.Write(widget, field.Describe(document.Writer, Reference, key, document.DefaultAppearance));
        return widget;
    }

    /// <summary>A signature field of no area (ISO 32000-2, 12.7.5.5): nothing of it shows, so it stands outside the structure.</summary>
    public PdfReference AddUnseenSeal(string name, string tooltip, FieldLock? fieldLock)
    {
        var field = new FormField(FormFieldKind.Signature, name, tooltip, default) { Lock = fieldLock };
        var widget = document.Writer.Reserve();
        document.Enter(name, widget);
        annotations.Add(widget);
        document.Writer.Write(widget, field.Describe(document.Writer, Reference, null, document.DefaultAppearance));
        return widget;
    }

    /// <summary>Writes the page; nothing is added to it afterwards.</summary>
    public void Close()
    {
        if (closed) throw new InvalidOperationException("The page is closed.");
        if (!Content.Balanced) throw new InvalidOperationException("The content is not closed: a Save, a mark or a text object is open.");
        closed = true;
        var content = document.Writer.WriteStream(PdfDictionary.Empty, Content.Bytes);
        Content.Release();
        document.Writer.Write(Reference, PdfDictionary.Of(
            ("Type", new PdfName("Page")), ("Parent", parent), ("MediaBox", box.ToArray()), ("Resources", Content.Resources()), ("Contents", content),
            ("StructParents", structParents), ("Tabs", new PdfName("S")), ("Annots", annotations.Count == 0 ? null : PdfArray.Of(annotations))));
    }

    internal bool Closed => closed;
}
