using Writ.Documents.Rendering;

namespace Writ.Documents.Packs;

/// <summary>
/// What a writ's QR code says: the bureau's address, the document's id and the SHA-256 of its case data. No personal data: whoever holds the
/// file can compare both with what it carries, whoever holds neither learns nothing.
/// </summary>
internal static class DocumentCode
{
    /// <summary>Null when the profile has no address for it.</summary>
    public static string? Of(CheckedData data, DateTimeOffset issued)
    {
        if (data.Profile.CodeAddress is not { } address) return null;
        var identity = Identity.Of(data, CanonicalJson.Write(data.Data), issued);
        return $"{address}?document={identity.DocumentId}&data=sha-256:{identity.DataHash}";
    }
}
