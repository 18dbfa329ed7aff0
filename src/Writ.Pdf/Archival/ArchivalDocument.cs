namespace Writ.Pdf;

/// <summary>A document of PDF/A-3a and PDF/UA-1, ready for incremental revisions: pages, structure, fonts, fields, associated files and the catalog that binds them.</summary>
/// <example><code>
/// var document = new ArchivalDocument(identity);
/// var font = document.Font(program);
/// var root = document.Structure.Add(null, "Document");
/// var page = document.AddPage(595.28, 841.89);
/// page.BeginMarked(document.Structure.Add(root, "P")); … page.Content.EndMarked();
/// page.Close();
/// byte[] file = document.Finish();      // document.Conformance.Violations is empty, or says where
/// </code></example>
public sealed class ArchivalDocument
{
    private const int PagesPerNode = 64;

    private readonly DocumentIdentity identity;
    private readonly PdfReference catalog;
    private readonly PdfReference pageTree;
    private readonly List<(PdfReference Node, List<PdfObject> Pages)> nodes = [];
    private readonly List<ArchivalPage> pages = [];
    private readonly List<CompositeFont> fonts = [];
    private readonly SortedDictionary<string, PdfReference> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> fieldNames = new(StringComparer.Ordinal);
    private readonly List<PdfObject> fields = [];

    public ArchivalDocument(DocumentIdentity identity)
    {
        this.identity = identity;
        Writer = new PdfWriter();
        Conformance = new ConformanceLog();
        catalog = Writer.Reserve();
        pageTree = Writer.Reserve();
        Structure = new StructureTree(Writer, Conformance);
        if (string.IsNullOrWhiteSpace(identity.Title)) Conformance.Add("ISO 14289-1, 7.1", "The document has no title.");
        if (string.IsNullOrWhiteSpace(identity.Language)) Conformance.Add("ISO 14289-1, 7.2", "The document has no language.");
    }

    public PdfWriter Writer { get; }
    public ConformanceLog Conformance { get; }
    public StructureTree Structure { get; }

    /// <summary>How a viewer shows what it fills into a text field: the document's first font, at a size that fits.</summary>
    internal string DefaultAppearance => fonts.Count == 0 ? "0 g" : $"/{fonts[0].ResourceName} 0 Tf 0 g";

    /// <summary>A font for the pages; the first one also serves the form. It is written at the end, with the texts its glyphs were used for.</summary>
    public CompositeFont Font(FontProgram program)
    {
        var font = new CompositeFont(Writer, program, Conformance);
        fonts.Add(font);
        return font;
    }

    /// <summary>Begins a page, in points; it is written by <see cref="ArchivalPage.Close"/>.</summary>
    public ArchivalPage AddPage(double width, double height)
    {
        if (nodes.Count == 0 || nodes[^1].Pages.Count == PagesPerNode) nodes.Add((Writer.Reserve(), []));
        var reference = Writer.Reserve();
        nodes[^1].Pages.Add(reference);
        var page = new ArchivalPage(this, nodes[^1].Node, reference, width, height);
        pages.Add(page);
        return page;
    }

    /// <summary>Embeds a file in the document.</summary>
    public void Attach(AssociatedFile file)
    {
        if (!file.MediaType.Contains('/', StringComparison.Ordinal)) Conformance.Add("ISO 19005-3, 6.8", $"The file {file.Name} has no media type.");
        if (!files.TryAdd(file.Name, file.Write(Writer))) throw new ArgumentException($"The file {file.Name} is attached already.", nameof(file));
    }

    /// <summary>A text field without a widget: a place for data that later revisions may add. It cannot be seen, so nothing is said by it alone.</summary>
    public PdfReference AddHiddenField(string name, string tooltip)
    {
        var field = Writer.Write(new FormField(FormFieldKind.Text, name, tooltip, default).DescribeHidden(DefaultAppearance));
        Enter(name, field);
        return field;
    }

    /// <summary>Writes everything that is left and returns the file.</summary>
    public byte[] Finish()
    {
        if (pages.Count == 0) throw new InvalidOperationException("A document has a page.");
        if (pages.Any(p => !p.Closed)) throw new InvalidOperationException("A page is still open.");
        CheckFieldNames();
        foreach (var font in fonts) font.Write();
        foreach (var (node, kids) in nodes)
            Writer.Write(node, PdfDictionary.Of(
                ("Type", new PdfName("Pages")), ("Parent", pageTree), ("Count", kids.Count), ("Kids", PdfArray.Of(kids))));
        Writer.Write(pageTree, PdfDictionary.Of(
            ("Type", new PdfName("Pages")), ("Count", pages.Count), ("Kids", PdfArray.Of(nodes.Select(n => (PdfObject)n.Node)))));
        var structure = Structure.Write();
        var metadata = XmpPacket.Write(Writer, identity);
        var intent = OutputIntent.WriteSrgb(Writer);
        var form = fields.Count == 0 ? null : Writer.Write(Form());
        Writer.Write(catalog, PdfDictionary.Of(
            ("Type", new PdfName("Catalog")), ("Pages", pageTree), ("Metadata", metadata), ("OutputIntents", PdfArray.Of(intent)),
            ("MarkInfo", PdfDictionary.Of(("Marked", true))), ("Lang", PdfString.Text(identity.Language)),
            ("ViewerPreferences", PdfDictionary.Of(("DisplayDocTitle", true))), ("StructTreeRoot", structure), ("AcroForm", form),
            ("Names", files.Count == 0 ? null : PdfDictionary.Of(("EmbeddedFiles", PdfDictionary.Of(("Names", FileNames()))))),
            ("AF", files.Count == 0 ? null : PdfArray.Of(files.Select(f => (PdfObject)f.Value))),
            // ETSI EN 319 142-1, 5.6: later revisions may hold validation data; announced now, so that the catalog need not change for it.
            ("Extensions", PdfDictionary.Of(("ESIC", PdfDictionary.Of(("BaseVersion", new PdfName("1.7")), ("ExtensionLevel", 1)))))));
        return Writer.Finish(catalog);
    }

    internal void Enter(string name, PdfReference field)
    {
        if (!fieldNames.Add(name)) throw new ArgumentException($"The field {name} exists already.", nameof(name));
        if (name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException("A period parts the names of a hierarchy (ISO 32000-2, 12.7.4.2).", nameof(name));
        fields.Add(field);
    }

    // A lock names fields; older validators take each name for all that begin with it.
    private void CheckFieldNames()
    {
        string? before = null;
        foreach (var name in fieldNames.Order(StringComparer.Ordinal))
        {
            if (before is not null && name.StartsWith(before, StringComparison.Ordinal))
                Conformance.Add("ISO 32000-2, 12.7.5.5", $"The name of the field {name} begins with that of {before}.", null);
            before = name;
        }
    }

    // ISO 32000-2, 12.7.3: SigFlags 3 = signatures exist, append only. It never changes later.
    private PdfDictionary Form() => PdfDictionary.Of(
        ("Fields", PdfArray.Of(fields)), ("SigFlags", 3),
        ("DR", fonts.Count == 0 ? null : PdfDictionary.Of(("Font", PdfDictionary.Of((fonts[0].ResourceName, fonts[0].Reference))))),
        ("DA", PdfString.Ascii7(DefaultAppearance)));

    private PdfArray FileNames() => PdfArray.Of(files.SelectMany(f => new PdfObject[] { PdfString.Text(f.Key), f.Value }));
}
