namespace Writ.Pdf;

/// <summary>What may no longer change once a signature field is signed (ISO 32000-2, table 236).</summary>
/// <param name="Fields">Fully qualified names; empty for <see cref="LockAction.All"/>.</param>
public sealed record FieldLock(LockAction Action, IReadOnlyList<string> Fields)
{
    public PdfDictionary ToDictionary() => PdfDictionary.Of(
        ("Type", new PdfName("SigFieldLock")), ("Action", new PdfName(Action.ToString())),
        ("Fields", Action == LockAction.All ? null : PdfArray.Of(Fields.Select(f => (PdfObject)PdfString.Text(f)))));

    /// <summary>The same rule as parameters of the FieldMDP transform (ISO 32000-2, 12.8.2.4) of the signature that locks.</summary>
    public PdfDictionary ToTransformParameters() => PdfDictionary.Of(
        ("Type", new PdfName("TransformParams")), ("Action", new PdfName(Action.ToString())),
        ("Fields", Action == LockAction.All ? null : PdfArray.Of(Fields.Select(f => (PdfObject)PdfString.Text(f)))), ("V", new PdfName("1.2")));
}
