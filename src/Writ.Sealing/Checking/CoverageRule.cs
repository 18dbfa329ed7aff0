using Writ.Pdf;
using Writ.Sealing.Checking.Seals;

namespace Writ.Sealing.Checking;

/// <summary>The covered bytes end exactly with the revision that brings the signature, which lies wholly inside them (ISO 32000-2, 12.8.1).</summary>
internal static class CoverageRule
{
    /// <summary>What is wrong, or null.</summary>
    public static Reason? Check(PdfFile file, FoundSeal seal, ByteRangeResult range)
    {
        var revision = seal.Revision;
        var bytes = file.Bytes.Span;
        var span = seal.Signature.SpanOf("ByteRange");
        if (span.IsNone || span.Start < revision.Start || span.End > revision.End)
            return new("签名不在列出它的修订之中", "the signature does not lie in the revision that lists it");
        if (range.End < revision.End)
            return new("所签字节没有到达签名所在修订的末尾", "the signed bytes end before the signature's revision does");
        if (range.End > revision.End && bytes[revision.End..range.End].ContainsAnyExcept(" \r\n\t\0"u8))
            return new("所签字节超出签名所在的修订", "the signed bytes reach beyond the signature's revision");
        // Between two revisions some programs leave one line end; more is room nobody signed.
        var rest = bytes[range.End..];
        var blank = rest.IndexOfAnyExcept(" \r\n\t\0"u8);
        var gap = blank < 0 ? rest : rest[..blank];
        if (!(gap.Length <= 1 || gap.SequenceEqual("\r\n"u8)))
            return new("所签修订与其后内容之间有未签的字节", "bytes between the signed revision and what follows are not signed");
        return null;
    }
}
