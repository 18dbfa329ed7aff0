namespace Writ.Pdf;

/// <summary>Bytes that are not what ISO 32000, or a format embedded in it, allows; always with a place.</summary>
public sealed class PdfFormatException(long offset, string clause, string message)
    : Exception($"{message} (offset {offset}; {clause})")
{
    /// <summary>Byte offset in the file or image that was read; -1 when the fault has no single place.</summary>
    public long Offset { get; } = offset;

    /// <summary>The clause that is broken, as "ISO 32000-2, 7.5.4", or the name of the limit that was reached.</summary>
    public string Clause { get; } = clause;

    /// <summary>A limit was reached (<see cref="PdfLimits"/>): the bytes may be sound, and there is too much of them.</summary>
    public bool IsLimit => Clause.StartsWith("PdfLimits", StringComparison.Ordinal);

    /// <summary>What cannot be read may have been changed, lost or moved: neither a limit nor encryption (7.6) is in the way.</summary>
    public bool IsDamage => !IsLimit && !Clause.StartsWith("ISO 32000-2, 7.6", StringComparison.Ordinal);
}
