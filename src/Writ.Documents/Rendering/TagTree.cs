using Writ.Pdf;
using Writ.Typesetting;

namespace Writ.Documents.Rendering;

/// <summary>The layout's tag nodes as structure elements of the file.</summary>
internal static class TagTree
{
    /// <summary>One element a node, at the node's index.</summary>
    public static StructureElement[] Write(Layout layout, StructureTree tree)
    {
        var elements = new StructureElement[layout.Structure.Length];
        foreach (var node in layout.Structure)
        {
            var element = tree.Add(node.Parent < 0 ? null : elements[node.Parent], node.Role.ToString(), node.Location);
            var said = node.Attributes;
            element.AlternateText = said.Alternate;
            element.ActualText = said.ActualText;
            element.Language = said.Language;
            element.Title = said.Title;
            element.Scope = said.Scope == HeaderScope.None ? null : said.Scope.ToString();
            element.ColumnSpan = said.ColumnSpan;
            element.RowSpan = said.RowSpan;
            element.ListNumbering = said.ListNumbering;
            elements[node.Index] = element;
        }
        return elements;
    }
}
