using System.Formats.Asn1;

namespace Writ.Sealing.Cms;

/// <summary>An algorithm by number, with its parameters as they stand (empty when absent).</summary>
internal readonly record struct AlgorithmIdentifier(string Oid, ReadOnlyMemory<byte> Parameters)
{
    public static AlgorithmIdentifier Read(ref DerCursor cursor)
    {
        var inner = cursor.ReadSequence();
        var oid = inner.ReadOid();
        var parameters = inner.HasMore ? inner.ReadElement() : default;
        inner.EnsureEnd("AlgorithmIdentifier");
        return new AlgorithmIdentifier(oid, parameters);
    }

    public bool HasNoParameters => Parameters.IsEmpty || Parameters.Span.SequenceEqual<byte>([(byte)UniversalTagNumber.Null, 0]);
}
