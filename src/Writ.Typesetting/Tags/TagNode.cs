using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>One structure element. <paramref name="Parent"/> is -1 for the root; <paramref name="Children"/> are indices in reading order.</summary>
public sealed record TagNode(int Index, TagRole Role, TagAttributes Attributes, int Parent, ImmutableArray<int> Children, ManuscriptLocation Location);
