namespace Writ.Pdf;

/// <summary>How a revision lists its objects (ISO 32000-2, 7.5.4 and 7.5.8).</summary>
public enum XrefKind
{
    Table,
    Stream,
    /// <summary>A table and, for readers of PDF 1.5, a stream beside it (/XRefStm).</summary>
    Hybrid,
    /// <summary>No list could be read: the objects were searched for.</summary>
    None,
}
