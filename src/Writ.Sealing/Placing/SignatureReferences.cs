using Writ.Pdf;

namespace Writ.Sealing.Placing;

/// <summary>The /Reference entries that say in the file what may still happen (ISO 32000-2, 12.8.2).</summary>
internal static class SignatureReferences
{
    /// <summary>Certification: filling prepared fields and sealing stay allowed (P=2), anything else breaks it.</summary>
    public static PdfArray Certification() => PdfArray.Of(Reference("DocMDP", PdfDictionary.Of(
        ("Type", new PdfName("TransformParams")),
        ("P", 2),
        ("V", new PdfName("1.2"))), data: null));

    /// <summary>Repeats the field's /Lock exactly; readers differ in which of the two they obey, so both must stand there.</summary>
    public static PdfArray FieldLock(PdfDictionary fieldLock, PdfReference catalog)
    {
        var parameters = PdfDictionary.Of(
            ("Type", new PdfName("TransformParams")),
            ("Action", fieldLock["Action"]),
            ("Fields", fieldLock["Fields"]),
            ("P", fieldLock["P"]),
            ("V", new PdfName("1.2")));
        return PdfArray.Of(Reference("FieldMDP", parameters, catalog));
    }

    private static PdfDictionary Reference(string method, PdfDictionary parameters, PdfReference? data) => PdfDictionary.Of(
        ("Type", new PdfName("SigRef")),
        ("TransformMethod", new PdfName(method)),
        ("TransformParams", parameters),
        ("Data", data));
}
