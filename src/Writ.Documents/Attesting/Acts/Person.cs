namespace Writ.Documents;

/// <summary>Someone an act names, and the ink and print they left.</summary>
/// <param name="Capacity">As whom they act when they are not the one the document names: 法定代表人, 委托代理人, 同住成年家属 …</param>
/// <param name="CertificateNumber">执法证件号, of officers.</param>
/// <param name="Print">Pressed over the end of the name, where custom wants a hand and a finger (签名并捺印).</param>
public sealed record Person(string Name, string? Capacity, string? IdType, string? IdNumber, string? Phone, string? Unit, string? CertificateNumber, Ink? Ink, FingerImage? Print = null)
{
    /// <summary>Whether both are one human being, as far as the facts given tell.</summary>
    public bool IsSame(Person other) =>
        IdNumber is { } id && other.IdNumber is { } otherId ? string.Equals(id, otherId, StringComparison.OrdinalIgnoreCase)
        : CertificateNumber is { } number && other.CertificateNumber is { } otherNumber ? number == otherNumber
        : Name == other.Name;
}
