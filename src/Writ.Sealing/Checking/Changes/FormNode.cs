using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>A widget below a field that is not the field itself.</summary>
internal readonly record struct FieldWidget(PdfReference? Reference, PdfDictionary Dictionary);

/// <summary>A node of the field tree (ISO 32000-2, 12.7.4) as one revision shows it.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Type">/FT, perhaps inherited.</param>
/// <param name="Kids">Fields below; a terminal field has none.</param>
/// <param name="Widgets">Kids that are no fields.</param>
internal sealed record FormNode(
    string Name, PdfReference? Reference, PdfDictionary Dictionary, string? Type, bool IsRoot, IReadOnlyList<FormNode> Kids, IReadOnlyList<FieldWidget> Widgets)
{
    public bool IsSeal => Type == "Sig" && Kids.Count == 0;

    public int Number => Reference?.Number ?? 0;
}
