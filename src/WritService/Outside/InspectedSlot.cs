namespace Writ.Outside;

/// <summary>A slot of a document.</summary>
/// <param name="Name">By which an attestation names it.</param>
/// <param name="Role">party, officer, witness …</param>
/// <param name="Label">As printed.</param>
/// <param name="Required">Whether the document cannot be closed without it.</param>
/// <param name="PerPage">Whether it repeats on every page.</param>
/// <param name="Order">Slots of a lower order come first.</param>
/// <param name="Phrase">What the person writes in their own hand.</param>
/// <param name="Standing">awaiting, attested, refused, absent, served or unused.</param>
/// <param name="Fields">Form fields of the slot.</param>
internal sealed record InspectedSlot(string Name, string Role, string Label, bool Required, bool PerPage, int Order, string? Phrase, string Standing, IReadOnlyList<string> Fields);
