using System.Security.Cryptography;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Problems;

namespace WritService.Render;

/// <summary>A document in JSON.</summary>
/// <param name="Document">The PDF.</param>
/// <param name="Receipt">What it is.</param>
internal sealed record DocumentWithReceipt(byte[] Document, DocumentReceipt Receipt);

/// <summary>What a document is: enough to know it again.</summary>
/// <param name="Document">The document's id, derived from pack, data, profile and time; absent for documents of others.</param>
/// <param name="Pack">Id of the pack.</param>
/// <param name="PackVersion">Version of the pack.</param>
/// <param name="PackHash">SHA-256 over everything that decided the document's form.</param>
/// <param name="Profile">The bureau's profile.</param>
/// <param name="Issued">When it was rendered, to the second.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Bytes">Length of the PDF.</param>
/// <param name="Sha256">SHA-256 of the PDF, hex.</param>
/// <param name="Revision">How many revisions the PDF has.</param>
/// <param name="SealTimes">Times of its seals and document timestamps, in order.</param>
/// <param name="SealedBy">Name of the seal key; absent when it is unsealed.</param>
/// <param name="Warnings">What was noticed and did not stop the writ.</param>
/// <param name="Signed">The signed receipt: a compact JWS (RFC 7515), the same as in the header <c>Writ-Receipt</c>.</param>
internal sealed record DocumentReceipt(
    string? Document, string? Pack, string? PackVersion, string? PackHash, string? Profile, DateTimeOffset? Issued, int? Pages,
    long Bytes, string Sha256, int Revision, IReadOnlyList<DateTimeOffset> SealTimes, string? SealedBy, IReadOnlyList<DataError>? Warnings, string? Signed = null)
{
    /// <summary>The receipt of a writ just rendered.</summary>
    /// <param name="sealedNow">Null when it stays unsealed.</param>
    public static DocumentReceipt Of(RenderedWrit writ, SealedDocument? sealedNow, string? sealedBy, IReadOnlyList<DataError> warnings)
    {
        ReadOnlySpan<byte> document = sealedNow is null ? writ.Pdf.Span : sealedNow.Bytes.Span;
        return new DocumentReceipt(writ.DocumentId, writ.Data.Pack.Id, writ.Data.Pack.Version, writ.Data.Pack.Hash, writ.Data.Profile.Id, writ.Issued, writ.Layout?.Pages.Length,
            document.Length, Hash(document), sealedNow?.Revisions ?? 1, sealedNow?.SealTimes ?? [], sealedBy, warnings);
    }

    /// <summary>The receipt of a document that came in and goes out with a revision more.</summary>
    /// <param name="facts">What the document says of itself; null for documents of others.</param>
    /// <param name="earlier">Times of the seals it came in with.</param>
    public static DocumentReceipt Of(SealedDocument document, WritFacts? facts, IReadOnlyList<DateTimeOffset> earlier, string? sealedBy) => new(
        facts?.DocumentId, facts?.PackId, facts?.PackVersion, facts?.PackHash, facts?.Profile, facts?.Issued, null,
        document.Bytes.Length, Hash(document.Bytes.Span), document.Revisions, [.. earlier, .. document.SealTimes], sealedBy, null);

    /// <summary>The receipt of a document of ours in which an act was recorded.</summary>
    public static DocumentReceipt Of(AttestingOutcome.Recorded recorded, string sealedBy, IReadOnlyList<DataError> warnings)
    {
        DocumentState state = recorded.State;
        return new DocumentReceipt(state.DocumentId, state.PackId, state.PackVersion, null, state.Profile, state.Rendered, null,
            recorded.Document.Length, Hash(recorded.Document.Span), state.Revisions, recorded.SealTimes, sealedBy, warnings);
    }

    /// <summary>The same with its signed form, or why it cannot be signed: a document does not leave without.</summary>
    public async Task<SealOutcome<DocumentReceipt>> SignedAsync(Chancery house, CancellationToken cancel)
    {
        Receipt receipt = new(Document ?? "", Pack is null ? "" : $"{Pack}@{PackVersion}", Convert.FromHexString(Sha256), Bytes, Revision, SealTimes, house.Now);
        SealOutcome<string> signed = await house.SignAsync(receipt, SealedBy, cancel);
        return signed.Succeeded ? this with { Signed = signed.Value } : SealOutcome<DocumentReceipt>.Refuse(signed.Problems);
    }

    private static string Hash(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
