namespace Writ.Sealing;

/// <summary>PAdES baseline levels (ETSI EN 319 142-1, 6).</summary>
public enum SealLevel
{
    /// <summary>Signature alone.</summary>
    B,

    /// <summary>With a signature timestamp.</summary>
    T,

    /// <summary>With certificates and revocation data in the document.</summary>
    LT,

    /// <summary>With a document timestamp over all that.</summary>
    LTA,
}
