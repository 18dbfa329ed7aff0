using System.Text.Json;
using Writ.Documents;
using WritService.Verify;

namespace WritService.Attest;

/// <summary>A document as it stands, read from the file alone.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Pack">Id of the pack.</param>
/// <param name="PackName">What the writ is called.</param>
/// <param name="PackVersion">Version of the pack.</param>
/// <param name="Profile">The bureau's profile.</param>
/// <param name="Rendered">When it was rendered.</param>
/// <param name="Issued">Whether the issuing seal is set.</param>
/// <param name="Closed">Whether the closing seal is set.</param>
/// <param name="Revisions">How many revisions the file has.</param>
/// <param name="Slots">Every slot and what has become of it.</param>
/// <param name="Acts">What people did, in the order in which it was sealed.</param>
/// <param name="Data">The case data.</param>
internal sealed record InspectionReport(
    string Document, string Pack, string PackName, string PackVersion, string Profile, DateTimeOffset Rendered, bool Issued, bool Closed, int Revisions,
    IReadOnlyList<InspectedSlot> Slots, IReadOnlyList<InspectedAct> Acts, JsonElement Data)
{
    public static InspectionReport Of(DocumentState state) => new(
        state.DocumentId, state.PackId, state.PackName, state.PackVersion, state.Profile, state.Rendered, state.IsIssued, state.IsClosed, state.Revisions,
        [.. state.Slots.Select(slot => new InspectedSlot(slot.Name, slot.Role, slot.Label, slot.Required, slot.PerPage, slot.Order, slot.Phrase, Kebab.Of(slot.Standing), slot.Fields))],
        [.. state.Acts.Select(act => new InspectedAct(act.Slot, act.Act, act.Person, act.At, act.Received, act.Field, act.End, act.Record))],
        state.CaseData);
}

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

/// <summary>An act as it was sealed.</summary>
/// <param name="Slot">The slot it was recorded in.</param>
/// <param name="Act">signature, refusal … or unused.</param>
/// <param name="Person">Who acted.</param>
/// <param name="At">When, by the device.</param>
/// <param name="Received">When, by the service.</param>
/// <param name="Field">The signature field over it.</param>
/// <param name="End">Length of the file up to the end of its revision.</param>
/// <param name="Record">The record under the seal, whole.</param>
internal sealed record InspectedAct(string Slot, string Act, string? Person, DateTimeOffset? At, DateTimeOffset? Received, string Field, int End, JsonElement Record);
