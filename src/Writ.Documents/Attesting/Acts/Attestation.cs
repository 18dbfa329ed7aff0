using System.Collections.Immutable;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>
/// What a person did with a document (签署记录). Closed: <see cref="Signature"/>, <see cref="Fingerprint"/>, <see cref="Refusal"/>,
/// <see cref="Absence"/>, <see cref="WitnessStatement"/>, <see cref="Alteration"/>, <see cref="ReadAloud"/>, <see cref="Delivery"/>.
/// </summary>
public abstract record Attestation
{
    private protected Attestation()
    {
    }

    /// <summary>As JSON names it: <c>signature</c>, <c>refusal</c> …</summary>
    public abstract string Act { get; }

    /// <summary>Names of the slots, in the order in which they are recorded; each becomes a revision of its own.</summary>
    public required ImmutableArray<string> Slots { get; init; }

    /// <summary>Who acted; for a refusal who refused, for an absence who was not there.</summary>
    public required Person Person { get; init; }

    /// <summary>When it happened, by the clock of the device that captured it: a claim, kept apart from the time of receipt.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the document that was shown, lower-case hexadecimal; null when nobody looked at a screen.</summary>
    public string? Shown { get; init; }

    /// <summary>Officers who were present, where the act must name them.</summary>
    public ImmutableArray<Person> Officers { get; init; } = [];

    public Person? Witness { get; init; }

    /// <summary>Why no witness was there.</summary>
    public string? NoWitness { get; init; }

    public ImmutableArray<AudioVisualReference> Recordings { get; init; } = [];

    /// <summary>When the service took it from a tablet; null when it came in any other way.</summary>
    public DateTimeOffset? Captured { get; init; }

    /// <summary>The act as it was sent, ink and images included.</summary>
    internal JsonElement Source { get; init; }

    /// <summary>Everyone the act names, in the order in which they stand in it.</summary>
    internal IEnumerable<Person> People => Witness is null ? [Person, .. Officers] : [Person, .. Officers, Witness];
}
