using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>One page: size in pt and its items in paint order, which is reading order.</summary>
public sealed record LayoutPage(double Width, double Height, ImmutableArray<LayoutItem> Items);
