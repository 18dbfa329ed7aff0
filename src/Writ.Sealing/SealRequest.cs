using Writ.Pdf;

namespace Writ.Sealing;

/// <summary>What is to be sealed, with which key, where and when.</summary>
public sealed record SealRequest
{
    /// <summary>Certificate, chain and algorithm are read from it; nothing is signed while preparing.</summary>
    public required ISealKey Key { get; init; }

    /// <summary>Full name of the prepared, empty signature field; it is added, invisible, only when this is the first seal of the document.</summary>
    public required string Field { get; init; }

    public required SealAct Act { get; init; }

    /// <summary>Claimed time, written to /M with its offset.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who seals (/Name); the certificate's common name when null.</summary>
    public string? Signer { get; init; }

    public string? Reason { get; init; }

    public string? Location { get; init; }

    /// <summary>
    /// Private entries of the signature dictionary, direct objects only; an attestation keeps its JSON here as one string of at most
    /// 32 767 bytes (ISO 19005-3, 6.1.13).
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, PdfObject>> AdditionalEntries { get; init; } = [];

    /// <summary>
    /// Draws the new /AP /N of the field and gives its form XObject; the box is the field's rectangle. Null leaves the prepared appearance.
    /// </summary>
    public Func<ObjectWriter, PdfBox, PdfReference>? Appearance { get; init; }

    /// <summary>Writes whatever else changes in the same revision, such as the text and ink fields of a slot.</summary>
    public Action<IncrementalUpdate>? Changes { get; init; }

    /// <summary>Bytes reserved for a signature timestamp; 0 seals without one (B-B).</summary>
    public int TimestampRoom { get; init; } = 6 * 1024;
}
