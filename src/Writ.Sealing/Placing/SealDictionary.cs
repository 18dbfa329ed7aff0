using Writ.Pdf;
using Writ.Sealing.Certificates;

namespace Writ.Sealing.Placing;

/// <summary>The signature dictionary of a seal and of a document timestamp (ISO 32000-2, tables 255 and 12.8.5), without /ByteRange and /Contents, which the update writes.</summary>
internal static class SealDictionary
{
    /// <summary>Private key that says which act the seal is; every reader but ours skips it.</summary>
    public const string ActKey = "WRIT_Act";

    /// <summary>ISO 19005-3, 6.1.13: a string has at most 32 767 bytes, /Contents too.</summary>
    public const int MaxString = 32_767;

    public static PdfDictionary OfSeal(SealRequest request, PdfArray? references)
    {
        var dictionary = PdfDictionary.Of(
            ("Type", new PdfName("Sig")),
            ("Filter", new PdfName("Adobe.PPKLite")),
            ("SubFilter", new PdfName("ETSI.CAdES.detached")),
            ("M", PdfString.Date(request.Time)),
            ("Name", PdfString.Text(request.Signer ?? CertificateNames.Of(request.Key.Certificate))),
            ("Reason", request.Reason is null ? null : PdfString.Text(request.Reason)),
            ("Location", request.Location is null ? null : PdfString.Text(request.Location)),
            ("Reference", references),
            (ActKey, new PdfName(request.Act.ToString())));
        foreach (var (key, value) in request.AdditionalEntries)
        {
            if (dictionary.Has(key))
                throw new ArgumentException($"The entry {key} belongs to the seal itself.", nameof(request));
            RequireDirect(value);
            dictionary = dictionary.With(key, value);
        }
        return dictionary;
    }

    public static PdfDictionary OfTimestamp() => PdfDictionary.Of(
        ("Type", new PdfName("DocTimeStamp")),
        ("Filter", new PdfName("Adobe.PPKLite")),
        ("SubFilter", new PdfName("ETSI.RFC3161")));

    // An indirect object below the dictionary would be one more object to explain for readers that compare revisions.
    private static void RequireDirect(PdfObject value)
    {
        switch (value)
        {
            case PdfReference or PdfStream:
                throw new ArgumentException("Entries of a signature dictionary are direct objects.", nameof(value));
            case PdfString { Bytes.Length: > MaxString }:
                throw new ArgumentException("A string has at most 32 767 bytes (ISO 19005-3, 6.1.13).", nameof(value));
            case PdfArray array:
                foreach (var member in array)
                    RequireDirect(member);
                break;
            case PdfDictionary dictionary:
                foreach (var entry in dictionary.Entries)
                    RequireDirect(entry.Value);
                break;
        }
    }
}
