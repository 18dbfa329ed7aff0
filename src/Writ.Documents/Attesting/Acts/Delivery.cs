using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>送达: what happened when the writ was served. Each mode has facts of its own; those of other modes are null.</summary>
public sealed record Delivery : Attestation
{
    public override string Act => "delivery";

    public required DeliveryMode Mode { get; init; }

    /// <summary>Left: why the writ was not taken, and where it was left.</summary>
    public string? Reason { get; init; }

    public string? LeftAt { get; init; }

    /// <summary>Electronic: the system and the account in it, when it arrived there, and the day on which the recipient agreed to be served so.</summary>
    public string? Channel { get; init; }

    public string? Account { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>SHA-256 of the confirmation (送达地址确认书), lower-case hexadecimal, where it is at hand.</summary>
    public string? ConfirmationSha256 { get; init; }

    /// <summary>Mail: carrier and number, the day of posting, and of receipt or return.</summary>
    public string? Carrier { get; init; }

    public string? Number { get; init; }

    public DateOnly? PostedOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? ReturnedOn { get; init; }

    /// <summary>Entrusted or forwarded: to whom.</summary>
    public string? Body { get; init; }

    /// <summary>Notice: where and when it was published, and what was tried before.</summary>
    public string? Medium { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public ImmutableArray<string> Attempts { get; init; } = [];
}
