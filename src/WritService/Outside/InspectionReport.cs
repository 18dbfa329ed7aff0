using System.Text.Json;
using Writ.Documents;

namespace Writ.Outside;

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
