namespace Writ.Pdf;

/// <summary>A field of the document's form, and its one widget, in one dictionary. Everything but /V and /AP is final when the document is issued.</summary>
/// <param name="Name">The full name; no other field's name begins with it.</param>
/// <param name="Tooltip">What a reader is told (/TU).</param>
/// <param name="Box">On the page. Of no size for fields that never show.</param>
public sealed record FormField(FormFieldKind Kind, string Name, string Tooltip, PdfBox Box)
{
    /// <summary>For text: several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>For signatures: what signing locks.</summary>
    public FieldLock? Lock { get; init; }

    /// <summary>The initial appearance; an empty form when null.</summary>
    public PdfReference? Appearance { get; init; }

    // ISO 32000-2, 12.7.4.3: bit 13 of /Ff.
    private const int MultilineFlag = 1 << 12;
    // 12.5.3: Print is bit 3, Locked bit 8.
    private const int PrintFlag = 4, LockedFlag = 128;

    /// <summary>The merged field and widget dictionary.</summary>
    internal PdfDictionary Describe(ObjectWriter writer, PdfReference page, int? structParent, string defaultAppearance)
    {
        var signature = Kind == FormFieldKind.Signature;
        return PdfDictionary.Of(
            ("Type", new PdfName("Annot")), ("Subtype", new PdfName("Widget")), ("FT", new PdfName(signature ? "Sig" : "Tx")),
            ("T", PdfString.Text(Name)), ("TU", PdfString.Text(Tooltip)), ("F", signature ? PrintFlag | LockedFlag : PrintFlag),
            ("Ff", Multiline && !signature ? MultilineFlag : null), ("DA", signature ? null : PdfString.Ascii7(defaultAppearance)),
            ("P", page), ("Rect", Box.ToArray()), ("StructParent", structParent is { } key ? new PdfInteger(key) : null),
            ("Lock", Lock is null ? null : writer.Write(Lock.ToDictionary())),
            ("AP", PdfDictionary.Of(("N", Appearance ?? FormXObject.WriteEmpty(writer, Box.Width, Box.Height)))));
    }

    /// <summary>A text field that no page shows: a place for data.</summary>
    internal PdfDictionary DescribeHidden(string defaultAppearance) => PdfDictionary.Of(
        ("FT", new PdfName("Tx")), ("T", PdfString.Text(Name)), ("TU", PdfString.Text(Tooltip)), ("DA", PdfString.Ascii7(defaultAppearance)));
}
