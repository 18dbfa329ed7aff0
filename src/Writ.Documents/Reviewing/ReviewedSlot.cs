namespace Writ.Documents;

/// <summary>A slot as the review found it.</summary>
/// <param name="SealHolds">The seal over its attestation is unbroken; null while nothing was attested.</param>
public sealed record ReviewedSlot(string Name, string Label, bool Required, SlotStanding Standing, string? Person, DateTimeOffset? At, bool? SealHolds)
{
    /// <summary>The standing as it stands in every machine-read answer.</summary>
    public string Word => Standing switch
    {
        SlotStanding.Awaiting => "awaiting",
        SlotStanding.Attested => "attested",
        SlotStanding.Refused => "refused",
        SlotStanding.Absent => "absent",
        SlotStanding.Served => "served",
        _ => "unused",
    };

    public Bilingual Text => Standing switch
    {
        SlotStanding.Awaiting => new("待签署", "awaiting"),
        SlotStanding.Attested => new("已签署", "attested"),
        SlotStanding.Refused => new("拒签", "refused"),
        SlotStanding.Absent => new("不在场", "absent"),
        SlotStanding.Served => new("已送达", "served"),
        _ => new("已划去", "struck out"),
    };
}
