namespace Writ.Sealing;

/// <summary>What a seal means for everything after it.</summary>
public enum SealAct
{
    /// <summary>Issuing: certifies the document (DocMDP, P=2); must be its first seal.</summary>
    Certify,

    /// <summary>One more seal, e.g. over an attestation; locks what the field's prepared /Lock names.</summary>
    Approve,

    /// <summary>Closing: as <see cref="Approve"/>; afterwards only validation data and document timestamps may follow.</summary>
    Close,
}
