namespace Writ.Typesetting;

/// <summary>Character data with references already resolved. <paramref name="rawLength"/> is its length in the source.</summary>
internal sealed class MarkupText(ManuscriptLocation location, string text, int rawLength) : MarkupNode(location)
{
    public string Text { get; } = text;

    /// <summary>Source and text agree unit by unit, so that a place in one is a place in the other.</summary>
    public bool IsVerbatim => Text.Length == RawLength;

    public int RawLength { get; } = rawLength;
}
