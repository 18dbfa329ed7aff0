namespace Writ.Pdf;

/// <summary>One element of the structure tree (ISO 32000-2, 14.7.2). Its properties may be set until the tree is written.</summary>
public sealed class StructureElement
{
    internal StructureElement(PdfReference reference, string role, StructureElement? parent, object? location)
    {
        Reference = reference;
        Role = role;
        Parent = parent;
        Location = location;
    }

    public string Role { get; }
    public StructureElement? Parent { get; }
    public object? Location { get; }

    /// <summary>For figures and form fields: what a reader is told instead.</summary>
    public string? AlternateText { get; set; }
    /// <summary>The text for which the content stands.</summary>
    public string? ActualText { get; set; }
    /// <summary>Where it differs from the document's.</summary>
    public string? Language { get; set; }
    public string? Title { get; set; }
    /// <summary>For TH: "Column", "Row" or "Both".</summary>
    public string? Scope { get; set; }
    public int ColumnSpan { get; set; } = 1;
    public int RowSpan { get; set; } = 1;
    /// <summary>For L: "Decimal", "Disc", "None" and so on (ISO 32000-2, table 382).</summary>
    public string? ListNumbering { get; set; }
    /// <summary>For figures: the area on the page.</summary>
    public PdfBox? Box { get; set; }

    internal PdfReference Reference { get; }
    internal bool Attached { get; set; }
    internal List<StructureElement> Children { get; } = [];
    /// <summary>In reading order: references to child elements, marked-content and object references.</summary>
    internal List<PdfObject> Kids { get; } = [];
    /// <summary>The page of the first content; content of that page is listed by its identifier alone.</summary>
    internal PdfReference? Page { get; set; }
}
