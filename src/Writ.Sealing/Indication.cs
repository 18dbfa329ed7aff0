namespace Writ.Sealing;

/// <summary>Main result of ETSI EN 319 102-1, 5.1.3.</summary>
public enum Indication
{
    TotalPassed,
    Indeterminate,
    TotalFailed,
}

/// <summary>Sub-indications of ETSI EN 319 102-1, table 6, as far as this room gives them.</summary>
public enum SubIndication
{
    None,
    FormatFailure,
    HashFailure,
    SigCryptoFailure,
    Revoked,
    SigConstraintsFailure,
    ChainConstraintsFailure,
    CryptoConstraintsFailure,
    NoSigningCertificateFound,
    NoCertificateChainFound,
    OutOfBoundsNoPoe,
    NotYetValid,
    RevokedNoPoe,
    TimestampOrderFailure,
    TryLater,
    SignedDataNotFound,
}
