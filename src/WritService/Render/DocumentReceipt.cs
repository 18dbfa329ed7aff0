using System.Security.Cryptography;
using Writ.Documents;
using WritService.Problems;

namespace WritService.Render;

/// <summary>A document in JSON.</summary>
/// <param name="Document">The PDF in base64.</param>
/// <param name="Receipt">What it is.</param>
internal sealed record DocumentWithReceipt(string Document, DocumentReceipt Receipt);

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
/// <param name="SealedBy">Name of the seal key; absent when it is unsealed.</param>
/// <param name="Warnings">What was noticed and did not stop the writ.</param>
internal sealed record DocumentReceipt(
    string? Document, string? Pack, string? PackVersion, string? PackHash, string? Profile, DateTimeOffset? Issued, int? Pages,
    long Bytes, string Sha256, string? SealedBy, IReadOnlyList<DataError>? Warnings)
{
    public static DocumentReceipt Of(ReadOnlySpan<byte> document, RenderedWrit writ, string? sealedBy, IReadOnlyList<DataError> warnings) => new(
        writ.DocumentId, writ.Data.Pack.Id, writ.Data.Pack.Version, writ.Data.Pack.Hash, writ.Data.Profile.Id, writ.Issued, writ.Layout?.Pages.Length,
        document.Length, Hash(document), sealedBy, warnings);

    /// <summary>The receipt of a document that came in and goes out with a revision more.</summary>
    public static DocumentReceipt Of(ReadOnlySpan<byte> document, string? sealedBy) =>
        new(null, null, null, null, null, null, null, document.Length, Hash(document), sealedBy, null);

    /// <summary>The receipt of a document of ours in which an act was recorded.</summary>
    public static DocumentReceipt Of(ReadOnlySpan<byte> document, DocumentState state, string sealedBy, IReadOnlyList<DataError> warnings) =>
        new(state.DocumentId, state.PackId, state.PackVersion, null, state.Profile, state.Rendered, null, document.Length, Hash(document), sealedBy, warnings);

    private static string Hash(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));
}
