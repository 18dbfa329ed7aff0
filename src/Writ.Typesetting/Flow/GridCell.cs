namespace Writ.Typesetting;

/// <summary>One place of a table's grid: where a cell begins, or what a cell from elsewhere covers. A null element fills a gap.</summary>
internal readonly record struct GridCell(MarkupElement? Element, int RowSpan, int ColumnSpan, bool IsOrigin, ManuscriptLocation Location);
