using Writ.Pdf;
using Writ.Sealing.Checking.Seals;

namespace Writ.Sealing.Checking;

/// <summary>The covered bytes end exactly with the revision that brings the signature, which lies wholly inside them (ISO 32000-2, 12.8.1).</summary>
internal static class CoverageRule
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Check(PdfFile file, FoundSeal seal, ByteRangeResult range)
    {
        var revision = seal.Revision;
        var bytes = file.Bytes.Span;
        var span = seal.Signature.SpanOf("ByteRange");
        if (span.IsNone || span.Start < revision.Start || span.End > revision.End)
            return "the signature does not lie in the revision that lists it";
        if (range.End < revision.End)
            return "the signed bytes end before the signature's revision does";
        if (range.End > revision.End && bytes[revision.End..range.End].ContainsAnyExcept(" \r\n\t\0"u8))
            return "the signed bytes reach beyond the signature's revision";
        // Between two revisions some programs leave one line end; more is room nobody signed.
        var rest = bytes[range.End..];
        var blank = rest.IndexOfAnyExcept(" \r\n\t\0"u8);
        var gap = blank < 0 ? rest : rest[..blank];
        if (!(gap.Length <= 1 || gap.SequenceEqual("\r\n"u8)))
            return "bytes between the signed revision and what follows are not signed";
        return null;
    }
}
