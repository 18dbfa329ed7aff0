using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>The form of one revision, read with no trust in it; what is odd about it is noted, not mended.</summary>
internal sealed class FormTree
{
    private const int MaxFields = 50_000;
    private const int MaxDepth = 32;

    private readonly Revision view;
    private readonly HashSet<int> path = [];
    private readonly Dictionary<string, FormNode> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FormNode> byNumber = [];
    private readonly List<FormNode> all = [];
    private readonly List<Reason> faults = [];

    private FormTree(Revision view) => this.view = view;

    /// <summary>/AcroForm; null when there is none.</summary>
    public PdfDictionary? Form { get; private init; }

    public IReadOnlyList<FormNode> Roots { get; private set; } = [];

    /// <summary>Every node, parents first.</summary>
    public IReadOnlyList<FormNode> All => all;

    public IReadOnlyList<Reason> Faults => faults;

    public FormNode? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The field an object is, or whose widget it is.</summary>
    public FormNode? Owner(int number) => byNumber.GetValueOrDefault(number);

    /// <exception cref="PdfFormatException">The tree is beyond the limits.</exception>
    public static FormTree Read(Revision view)
    {
        var tree = new FormTree(view) { Form = view.Resolve(view.Catalog["AcroForm"]) as PdfDictionary };
        if (tree.Form is { } form)
        {
            var fields = view.Resolve(form["Fields"]);
            if (fields is PdfArray roots)
                tree.Roots = tree.ReadAll(roots, "", null, 0);
            else if (fields is not PdfNull)
                tree.faults.Add(new("/Fields 不是数组", "/Fields is not an array"));
        }
        return tree;
    }

    private List<FormNode> ReadAll(PdfArray nodes, string parent, string? inherited, int depth)
    {
        if (depth > MaxDepth)
            throw new PdfFormatException(-1, "ISO 32000-2, 12.7.4", "The field tree is too deep");
        var read = new List<FormNode>(nodes.Count);
        foreach (var node in nodes)
            if (Read(node, parent, inherited, depth) is { } field)
                read.Add(field);
        return read;
    }

    private FormNode? Read(PdfObject node, string parent, string? inherited, int depth)
    {
        var reference = node as PdfReference;
        if (view.Resolve(node) is not PdfDictionary dictionary)
        {
            faults.Add(new("域树中有不是字典的成员", "a member of the field tree is no dictionary"));
            return null;
        }
        if (reference is not null && !path.Add(reference.Number))
        {
            faults.Add(new($"对象 {reference.Number} 在域树中出现两次", $"object {reference.Number} stands twice in the field tree"));
            return null;
        }
        if (all.Count >= MaxFields)
            throw new PdfFormatException(-1, "ISO 32000-2, 12.7.4", "The form has too many fields");

        var name = Name(dictionary, parent);
        var type = (view.Resolve(dictionary["FT"]) as PdfName)?.Value ?? inherited;
        var place = all.Count;
        all.Add(null!);
        var kids = new List<PdfObject>();
        var widgets = new List<FieldWidget>();
        if (view.Resolve(dictionary["Kids"]) is PdfArray below)
        {
            foreach (var kid in below)
            {
                if (view.Resolve(kid) is not PdfDictionary member)
                    faults.Add(new($"域“{name}”的下级不是字典", $"a kid of the field {name} is no dictionary"));
                else if (member.Has("T"))
                    kids.Add(kid);
                else
                    widgets.Add(new FieldWidget(kid as PdfReference, member));
            }
        }
        else if (dictionary.Has("Kids"))
        {
            faults.Add(new($"域“{name}”的 /Kids 不是数组", $"/Kids of the field {name} is no array"));
        }
        var field = new FormNode(name, reference, dictionary, type, depth == 0, ReadAll(PdfArray.Of(kids), name, type, depth + 1), widgets);
        all[place] = field;
        if (!byName.TryAdd(name, field))
            faults.Add(new($"有两个域同名“{name}”", $"two fields have the name {name}"));
        if (reference is not null)
            byNumber.TryAdd(reference.Number, field);
        foreach (var widget in widgets)
            if (widget.Reference is { } own && !byNumber.TryAdd(own.Number, field))
                faults.Add(new($"控件 {own.Number} 同时属于两个域", $"the widget {own.Number} belongs to two fields"));
        return field;
    }

    // ISO 32000-2, 12.7.4.2: a partial name holds no period.
    private string Name(PdfDictionary dictionary, string parent)
    {
        var partial = view.Resolve(dictionary["T"]);
        if (partial is not PdfString text)
        {
            faults.Add(new("有没有名称的域", "a field has no name"));
            return parent;
        }
        var own = text.ToText();
        if (own.Contains('.', StringComparison.Ordinal))
            faults.Add(new($"域的短名“{own}”含有句点", $"the partial name {own} has a period"));
        return parent.Length == 0 ? own : $"{parent}.{own}";
    }
}
