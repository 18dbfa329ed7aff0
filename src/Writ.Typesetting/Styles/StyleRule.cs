namespace Writ.Typesetting;

/// <summary>One selector with its declarations; null means any element, or no class asked for.</summary>
internal sealed record StyleRule(ElementKind? Element, string? Class, Declaration[] Declarations)
{
    /// <summary>As in CSS: a class outweighs any element.</summary>
    internal int Weight => (Class is null ? 0 : 2) + (Element is null ? 0 : 1);

    internal bool Selects(ElementKind element, ReadOnlySpan<char> classes)
    {
        if (Element is { } kind && kind != element)
            return false;
        if (Class is null)
            return true;
        foreach (Range range in classes.Split(' '))
            if (classes[range].SequenceEqual(Class))
                return true;
        return false;
    }
}
