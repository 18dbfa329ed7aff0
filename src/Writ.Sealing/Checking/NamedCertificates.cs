using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Checking;

/// <summary>The certificates a signer names in its attributes (RFC 5035, 5.4): their bytes are as good as signed.</summary>
internal sealed class NamedCertificates
{
    private const int MaxNamed = 64;

    private readonly List<ReadOnlyMemory<byte>> hashes = [];

    public int Count => hashes.Count;

    /// <exception cref="CmsFormatException">The attribute is malformed.</exception>
    public static NamedCertificates Read(SignerInfo signer)
    {
        var named = new NamedCertificates();
        if (signer.Single(ObjectIdentifiers.SigningCertificateV2) is not { } attribute)
            return named;
        var identifiers = new DerCursor(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence();
        while (identifiers.HasMore && named.hashes.Count < MaxNamed)
        {
            var identifier = identifiers.ReadSequence();
            if (!identifier.NextIs(Asn1Tag.Sequence)) // another hash than SHA-256: not ours
                named.hashes.Add(identifier.ReadOctets());
        }
        return named;
    }

    public bool Contain(X509Certificate2 certificate)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(certificate.RawDataMemory.Span, hash);
        foreach (var known in hashes)
            if (known.Span.SequenceEqual(hash))
                return true;
        return false;
    }
}
