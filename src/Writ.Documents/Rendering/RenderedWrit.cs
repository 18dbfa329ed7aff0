using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>What came of case data on the road: as far as was asked.</summary>
/// <param name="DocumentId">Empty before the PDF is written.</param>
/// <param name="Manuscript">The marked-up text the pack's script yielded.</param>
/// <param name="Pdf">PDF/A-3a and PDF/UA-1, unsealed; empty when the road was left before it.</param>
public sealed record RenderedWrit(CheckedData Data, DateTimeOffset Issued, string DocumentId, string Manuscript, Layout? Layout, ReadOnlyMemory<byte> Pdf);
