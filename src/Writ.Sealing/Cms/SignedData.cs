using System.Formats.Asn1;

namespace Writ.Sealing.Cms;

/// <summary>A SignedData as it lies in a ContentInfo (RFC 5652, 5.1), with exactly one signer.</summary>
/// <param name="Content">Encapsulated content; null when detached.</param>
/// <param name="Length">Bytes the ContentInfo takes; the caller judges what follows.</param>
/// <param name="IsDer">False when lengths are not minimal or indefinite somewhere: readable, but not what ISO 32000-2, 12.8.3.3 asks for.</param>
internal sealed record SignedData(
    int Version,
    IReadOnlyList<AlgorithmIdentifier> DigestAlgorithms,
    string ContentType,
    ReadOnlyMemory<byte>? Content,
    IReadOnlyList<ReadOnlyMemory<byte>> Certificates,
    IReadOnlyList<ReadOnlyMemory<byte>> Crls,
    SignerInfo Signer,
    int Length,
    bool IsDer)
{
    private const int MaxMembers = 256;

    /// <exception cref="CmsFormatException">The bytes are no SignedData, or not one with exactly one signer.</exception>
    public static SignedData Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Read(new DerCursor(bytes), isDer: true);
        }
        catch (CmsFormatException)
        {
            return Read(new DerCursor(bytes, AsnEncodingRules.BER), isDer: false); // readable all the same, or a failure for good
        }
    }

    private static SignedData Read(DerCursor outer, bool isDer)
    {
        var start = outer.Offset;
        var contentInfo = outer.ReadSequence();
        var length = outer.Offset - start;
        var type = contentInfo.ReadOid();
        if (type != ObjectIdentifiers.SignedData)
            throw new CmsFormatException(start, $"The content is {type}, not SignedData");
        var wrapper = contentInfo.Enter(DerCursor.Context(0));
        contentInfo.EnsureEnd("ContentInfo");
        var data = wrapper.ReadSequence();
        wrapper.EnsureEnd("ContentInfo content");

        var version = data.ReadSmallInteger();
        if (version is < 1 or > 5)
            throw new CmsFormatException(start, $"SignedData version {version} does not exist"); // RFC 5652, 5.1

        var digests = new List<AlgorithmIdentifier>();
        var digestSet = data.ReadSet();
        while (digestSet.HasMore)
        {
            Bound(digests.Count, digestSet.Offset);
            digests.Add(AlgorithmIdentifier.Read(ref digestSet));
        }

        var encapsulated = data.ReadSequence();
        var contentType = encapsulated.ReadOid();
        ReadOnlyMemory<byte>? content = null;
        if (encapsulated.HasMore)
        {
            var explicitContent = encapsulated.Enter(DerCursor.Context(0));
            content = explicitContent.ReadOctets();
            explicitContent.EnsureEnd("eContent");
        }
        encapsulated.EnsureEnd("EncapsulatedContentInfo");

        var certificates = new List<ReadOnlyMemory<byte>>();
        if (data.NextIs(DerCursor.Context(0)))
        {
            var set = data.Enter(DerCursor.Context(0));
            while (set.HasMore)
            {
                Bound(certificates.Count, set.Offset);
                var plain = set.NextIs(Asn1Tag.Sequence); // RFC 5652, 10.2.2: other choices are obsolete or attribute certificates
                var element = set.ReadElement();
                if (plain)
                    certificates.Add(element);
            }
        }

        var crls = new List<ReadOnlyMemory<byte>>();
        if (data.NextIs(DerCursor.Context(1)))
        {
            var set = data.Enter(DerCursor.Context(1));
            while (set.HasMore)
            {
                Bound(crls.Count, set.Offset);
                crls.Add(set.ReadElement());
            }
        }

        var signers = data.ReadSet();
        if (!signers.HasMore)
            throw new CmsFormatException(signers.Offset, "SignedData has no signer");
        var signer = SignerInfo.Read(ref signers);
        signers.EnsureEnd("The only SignerInfo"); // ISO 32000-2, 12.8.3.3.1: a single signer
        data.EnsureEnd("SignedData");
        return new SignedData(version, digests, contentType, content, certificates, crls, signer, length, isDer);
    }

    private static void Bound(int count, int offset)
    {
        if (count >= MaxMembers)
            throw new CmsFormatException(offset, $"A set of SignedData has more than {MaxMembers} members");
    }
}
