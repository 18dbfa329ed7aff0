namespace Writ.Documents;

/// <summary>What has become of a slot.</summary>
public enum SlotStanding
{
    Awaiting,

    /// <summary>Ink, print, statement, or direct service.</summary>
    Attested,

    Refused,

    Absent,

    /// <summary>Served in another way than by hand: nobody signs.</summary>
    Served,

    /// <summary>Struck out when the document was closed.</summary>
    Unused,
}
