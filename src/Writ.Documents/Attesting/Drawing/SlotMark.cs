using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>What stands in one place of a slot. Closed: ink, words, a print, a stroke that voids it.</summary>
internal abstract record SlotMark
{
    private SlotMark()
    {
    }

    /// <param name="Print">Pressed over the end of the name.</param>
    public sealed record Hand(Ink Ink, FingerImage? Print = null) : SlotMark;

    public sealed record Pressed(FingerImage Print) : SlotMark;

    /// <param name="Struck">A thin stroke behind the words says that nobody signed here.</param>
    /// <param name="Beside">Hands of those who were there and have no slot of their own.</param>
    /// <param name="Print">Pressed beside the words, where there is room for its true size.</param>
    public sealed record Words(string Text, bool Struck, ImmutableArray<Hand> Beside, FingerImage? Print = null) : SlotMark;

    public sealed record Void : SlotMark;
}
