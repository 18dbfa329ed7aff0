namespace Writ.Typesetting;

/// <summary>What is to be set as one paragraph. Lengths in pt.</summary>
/// <param name="Tag">Node the text belongs to; -1 for artifacts.</param>
/// <param name="Hang">Indent of every line but the first when there is a label; the label fills it on the first.</param>
internal readonly record struct ParagraphRequest(IReadOnlyList<MarkupNode> Nodes, ComputedStyle Style, int Tag, double Width, ManuscriptLocation Location)
{
    internal HangingLabel? Label { get; init; }

    internal double FirstIndent { get; init; }

    internal PageNumbers? Numbers { get; init; }

    /// <summary>Several lines are balanced by meaning instead of filled: titles.</summary>
    internal bool IsTitle { get; init; }
}
