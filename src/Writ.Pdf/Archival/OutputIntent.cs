namespace Writ.Pdf;

/// <summary>The output intent that says what the colours of a document mean (ISO 19005-3, 6.2.3): sRGB, with its profile.</summary>
public static class OutputIntent
{
    public static PdfReference WriteSrgb(ObjectWriter writer)
    {
        var profile = writer.WriteStream(PdfDictionary.Of(("N", 3)), SrgbProfile.Bytes.Span);
        return writer.Write(PdfDictionary.Of(
            ("Type", new PdfName("OutputIntent")), ("S", new PdfName("GTS_PDFA1")),
            ("OutputConditionIdentifier", PdfString.Ascii7("sRGB IEC61966-2.1")), ("Info", PdfString.Ascii7("sRGB IEC61966-2.1")),
            ("DestOutputProfile", profile)));
    }
}
