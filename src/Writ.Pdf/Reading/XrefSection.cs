namespace Writ.Pdf;

/// <summary>One cross-reference section as read: a table with its trailer, or a stream.</summary>
internal sealed class XrefSection(int offset, XrefKind kind)
{
    public int Offset { get; } = offset;
    public XrefKind Kind { get; set; } = kind;
    public PdfDictionary Trailer { get; set; } = PdfDictionary.Empty;
    public Dictionary<int, XrefEntry> Entries { get; } = [];
    /// <summary>Of a hybrid: what the table alone says.</summary>
    public Dictionary<int, XrefEntry>? TableEntries { get; set; }
    /// <summary>Of a hybrid: where the stream beside the table stands.</summary>
    public PdfSpan Beside { get; set; } = PdfSpan.None;
    /// <summary>Of a linearized file: the bytes of the section in front, and where the main section stands behind.</summary>
    public PdfSpan Other { get; set; } = PdfSpan.None;
    public int MainOffset { get; set; } = offset;
    /// <summary>First byte behind the trailer or the stream object.</summary>
    public int End { get; set; }
    public List<Anomaly> Anomalies { get; } = [];
}
