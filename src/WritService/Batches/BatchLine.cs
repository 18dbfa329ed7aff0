using System.Text.Json;
using WritService.Packs;

namespace WritService.Batches;

/// <summary>One line of a batch: a writ to be made.</summary>
/// <param name="Id">The caller's own name for it; comes back with the answer.</param>
/// <param name="Pack">Id or Chinese name of the pack.</param>
/// <param name="Data">The case data.</param>
/// <param name="Profile">Id of the bureau's profile.</param>
/// <param name="Seal">Name of the seal key; absent for an unsealed document.</param>
internal sealed record BatchLine(string Id, string Pack, JsonElement Data, string Profile = PackCalls.DefaultProfile, string? Seal = null);
