namespace Writ.Sealing;

/// <summary>How a seal is computed: key kind, padding and hash. The hash also digests the document.</summary>
public enum SealAlgorithm
{
    EcdsaP256Sha256,
    EcdsaP384Sha384,
    RsaPkcs1Sha256,
    RsaPkcs1Sha384,
    RsaPkcs1Sha512,
    RsaPssSha256,
    RsaPssSha384,
    RsaPssSha512,
}
