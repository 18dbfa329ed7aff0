using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>A layout, or the problems that kept it from being made; never both.</summary>
public sealed record LayoutResult(Layout? Layout, ImmutableArray<LayoutProblem> Problems);
