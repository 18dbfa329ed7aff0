using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>The proofs in the security store of a revision; what cannot be decoded is not there.</summary>
internal static class StoredEvidence
{
    private const int MaxProofs = 4096;

    public static ValidationData Read(Revision view)
    {
        if (view.Resolve(view.Catalog["DSS"]) is not PdfDictionary store)
            return ValidationData.Empty;
        return new ValidationData(List(view, store, "Certs"), List(view, store, "OCSPs"), List(view, store, "CRLs"));
    }

    private static List<ReadOnlyMemory<byte>> List(Revision view, PdfDictionary store, string key)
    {
        var all = new List<ReadOnlyMemory<byte>>();
        if (view.Resolve(store[key]) is not PdfArray members)
            return all;
        foreach (var member in members.Take(MaxProofs))
        {
            try
            {
                if (view.Resolve(member) is PdfStream stream)
                    all.Add(view.Decode(stream));
            }
            catch (PdfFormatException)
            {
                continue; // a proof that cannot be read proves nothing
            }
        }
        return all;
    }
}
