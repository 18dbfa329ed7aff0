using System.Collections.Frozen;

namespace Writ.Pdf;

/// <summary>What PDF/UA-1 asks of a structure tree, as far as it can be seen without reading the content.</summary>
internal static class StructureRules
{
    // ISO 32000-1, 14.8.4: grouping, paragraph-like, list, table, inline and illustration elements.
    private static readonly FrozenSet<string> StandardRoles = FrozenSet.ToFrozenSet(
    [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
        "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
        "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP",
        "Figure", "Formula", "Form",
    ]);

    // ISO 32000-1, tables 336 and 337: where a list or table element must stand.
    private static readonly FrozenDictionary<string, string[]> Parents = new Dictionary<string, string[]>
    {
        ["LI"] = ["L"],
        ["LBody"] = ["LI"],
        ["TR"] = ["Table", "THead", "TBody", "TFoot"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["THead"] = ["Table"],
        ["TBody"] = ["Table"],
        ["TFoot"] = ["Table"],
    }.ToFrozenDictionary();

    // ISO 19005-3, 6.1.13: a string has at most 32 767 bytes; text may take two bytes a character and a mark.
    private const int LongestText = 16_382;

    public static bool IsStandardRole(string role) => StandardRoles.Contains(role);

    public static void Check(List<StructureElement> elements, List<StructureElement> top, ConformanceLog conformance)
    {
        if (top.Count != 1 || top[0].Role != "Document") conformance.Add("ISO 14289-1, 7.1", "The structure tree has one Document at its top.", null);
        var heading = 0;
        foreach (var element in elements)
        {
            if (Parents.TryGetValue(element.Role, out var allowed) && !allowed.Contains(element.Parent?.Role))
                Add("ISO 14289-1, 7.2", $"{element.Role} stands in {element.Parent?.Role ?? "nothing"}.");
            switch (element.Role)
            {
                case "Figure" or "Formula" when string.IsNullOrWhiteSpace(element.AlternateText) && element.ActualText is null:
                    Add("ISO 14289-1, 7.3", $"A {element.Role} has no alternate text.");
                    break;
                case "TH" when element.Scope is null:
                    Add("ISO 14289-1, 7.5", "A header cell has no scope.");
                    break;
                case "Form" when element.Kids.Count == 0:
                    Add("ISO 14289-1, 7.18.4", "A Form element holds no field.");
                    break;
                case "H1" or "H2" or "H3" or "H4" or "H5" or "H6":
                    var level = element.Role[1] - '0';
                    if (level > heading + 1) Add("ISO 14289-1, 7.4.2", $"A heading of level {level} follows level {heading}.");
                    heading = level;
                    break;
            }
            // Validators that compare revisions lose their place when two changed fields are neighbours in one element.
            if (HasNeighbouringForms(element)) Add("ISO 32000-2, 12.8.2.2", "Two fields stand side by side in one element; each wants its own, with its label.");
            if (element.AlternateText?.Length > LongestText || element.ActualText?.Length > LongestText)
                Add("ISO 19005-3, 6.1.13", "An alternate or actual text is too long for one string.");

            void Add(string clause, string message) => conformance.Add(clause, message, element.Location);
        }
    }

    // Children stand among the kids in the same order; what lies between two of them is content.
    private static bool HasNeighbouringForms(StructureElement element)
    {
        var child = 0;
        var afterForm = false;
        foreach (var kid in element.Kids)
        {
            var isChild = child < element.Children.Count && kid is PdfReference && element.Children[child].Reference == kid;
            var isForm = isChild && element.Children[child].Role == "Form";
            if (afterForm && isForm) return true;
            afterForm = isForm;
            if (isChild) child++;
        }
        return false;
    }
}
