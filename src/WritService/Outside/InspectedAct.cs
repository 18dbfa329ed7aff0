using System.Text.Json;

namespace Writ.Outside;

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
