namespace Writ.Pdf;

/// <summary>What an associated file is to the document (ISO 32000-2, table 43).</summary>
public enum FileRelationship
{
    /// <summary>The original the document was made from.</summary>
    Source,
    /// <summary>Data that stands behind what is shown.</summary>
    Data,
    Alternative,
    Supplement,
    Unspecified,
}
