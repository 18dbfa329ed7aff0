namespace Writ.Documents;

/// <summary>A slot of a document as it stands.</summary>
/// <param name="Name">As the writ prints it: <c>officer-2</c>.</param>
/// <param name="Seal">Name of the signature field over it.</param>
/// <param name="Fields">Names of its places, in page order.</param>
public sealed record SlotState(int Number, string Name, string Role, string Label, bool Required, bool PerPage, int Order, string? Phrase, string Seal, IReadOnlyList<string> Fields, SlotStanding Standing)
{
    public bool IsSettled => Standing != SlotStanding.Awaiting;

    /// <summary>For whoever sees what the others do (见证人); not for witnesses and experts who are heard or advise, whose role has the same name.</summary>
    internal bool IsForOnlooker => Role == "witness" && IsFor("witness");

    /// <summary>Kept for one kind of act: <c>alteration</c>, and <c>alteration-2</c> where there are several.</summary>
    internal bool IsFor(string kind) => Name == kind || Name.StartsWith(kind + "-", StringComparison.Ordinal);

    internal IEnumerable<SlotPlacing> Places => Fields.Select(SlotPlacing.Parse).OfType<SlotPlacing>();

    internal bool Has(string part) => Places.Any(place => place.Part == part);
}
