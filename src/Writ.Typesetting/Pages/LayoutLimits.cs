namespace Writ.Typesetting;

/// <summary>Bounds of the room; a breach is a named problem, never an endless run.</summary>
public sealed record LayoutLimits
{
    public static readonly LayoutLimits Default = new();

    /// <summary>Code <c>too-many-pages</c>.</summary>
    public int Pages { get; init; } = 2000;

    /// <summary>Code <c>too-deep</c>: nested elements.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Code <c>manuscript-too-large</c>: UTF-16 units of markup.</summary>
    public int MarkupSize { get; init; } = 16 * 1024 * 1024;

    /// <summary>Code <c>table-too-large</c>: cells of one table.</summary>
    public int TableCells { get; init; } = 200_000;

    /// <summary>Code <c>image-too-large</c>: pixels of one image.</summary>
    public int ImagePixels { get; init; } = 64_000_000;

    /// <summary>How many problems are collected before laying stops.</summary>
    public int Problems { get; init; } = 50;

    /// <summary>Looked at before every block and every page; ends the laying with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
