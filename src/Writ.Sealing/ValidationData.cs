namespace Writ.Sealing;

/// <summary>Proofs that let a seal be checked long after: DER certificates, OCSP responses, CRLs (ISO 32000-2, 12.8.4.3).</summary>
public sealed record ValidationData(
    IReadOnlyList<ReadOnlyMemory<byte>> Certificates,
    IReadOnlyList<ReadOnlyMemory<byte>> OcspResponses,
    IReadOnlyList<ReadOnlyMemory<byte>> Crls)
{
    public static readonly ValidationData Empty = new([], [], []);

    public bool IsEmpty => Certificates.Count == 0 && OcspResponses.Count == 0 && Crls.Count == 0;

    /// <summary>Both together, each proof once.</summary>
    public ValidationData With(ValidationData other) => new(
        Join(Certificates, other.Certificates),
        Join(OcspResponses, other.OcspResponses),
        Join(Crls, other.Crls));

    private static List<ReadOnlyMemory<byte>> Join(IReadOnlyList<ReadOnlyMemory<byte>> first, IReadOnlyList<ReadOnlyMemory<byte>> second)
    {
        var all = new List<ReadOnlyMemory<byte>>(first.Count + second.Count);
        foreach (var proof in first.Concat(second))
            if (!all.Exists(known => known.Span.SequenceEqual(proof.Span)))
                all.Add(proof);
        return all;
    }
}
