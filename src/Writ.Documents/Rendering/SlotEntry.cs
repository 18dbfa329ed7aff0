namespace Writ.Documents.Rendering;

/// <summary>One slot of one document: its number in the form, its name on the writ, what the pack says of it, and its fields in page order.</summary>
internal sealed record SlotEntry(int Number, string Name, SlotDeclaration Declaration)
{
    public List<string> Fields { get; } = [];
}
