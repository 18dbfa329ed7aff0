namespace Writ.Typesetting;

/// <summary>One row of a table's grid. <paramref name="Reach"/> is the row behind the last one that a cell beginning here covers.</summary>
internal sealed record GridRow(MarkupElement Element, bool IsHead, GridCell[] Cells, int Reach);
