namespace Writ.Typesetting;

/// <summary>One element: its attributes are known names only, its children stand where the vocabulary lets them.</summary>
internal sealed class MarkupElement(ManuscriptLocation location, ElementKind kind, KeyValuePair<string, string>[] attributes) : MarkupNode(location)
{
    public ElementKind Kind { get; } = kind;

    public string Name => Vocabulary.NameOf(Kind);

    public List<MarkupNode> Children { get; } = [];

    public string? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, string> attribute in attributes)
                if (attribute.Key == name)
                    return attribute.Value;
            return null;
        }
    }

    public IEnumerable<MarkupElement> Elements => Children.OfType<MarkupElement>();
}
