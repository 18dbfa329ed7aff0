namespace Writ.Documents;

/// <summary>A place on the writ that awaits an attestation (签署栏).</summary>
/// <param name="Name">The name used by <c>slot name=""</c>. With <paramref name="Many"/> the writ prints <c>name-1</c>, <c>name-2</c> …</param>
/// <param name="Role">party, officer, witness, recorder, recipient, approver …</param>
/// <param name="PerPage">The slot repeats on every page, and every page must be attested.</param>
/// <param name="Order">Slots of a lower order are attested first.</param>
/// <param name="Phrase">What the signer writes in own hand, when the form asks for it.</param>
public sealed record SlotDeclaration(
    string Name, string Role, Bilingual Label, bool PerPage, bool Required, int Order, string? Phrase, bool Many);
