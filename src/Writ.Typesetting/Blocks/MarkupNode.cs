namespace Writ.Typesetting;

/// <summary>An element or a piece of text, with the place where it begins.</summary>
internal abstract class MarkupNode(ManuscriptLocation location)
{
    public ManuscriptLocation Location { get; } = location;
}
