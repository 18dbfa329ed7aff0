namespace Writ.Pdf;

/// <summary>What a revision does to an object number.</summary>
public readonly record struct ObjectChange(int Number, ChangeKind Kind, XrefEntry Before, XrefEntry After)
{
    public PdfReference Reference => new(Number, Kind == ChangeKind.Freed ? Before.Generation : After.Generation);
}
