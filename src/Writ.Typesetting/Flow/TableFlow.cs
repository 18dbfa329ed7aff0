namespace Writ.Typesetting;

/// <summary>
/// Lays a table: places cells on the grid, sets them, finds row heights, and hands on one strip a row. Rows that a spanning cell ties
/// together stay together while they fit on a page.
/// </summary>
internal sealed class TableFlow(LayoutJob job, BlockFlow flow)
{
    private double[] boundaries = [];
    private int columnCount;
    private double tableLeft;
    private int rowCount;
    private Sides<Border> frame;

    internal void Lay(MarkupElement table, ComputedStyle style, FlowBox box)
    {
        MarkupElement? cols = table.Elements.FirstOrDefault(child => child.Kind == ElementKind.Cols);
        List<GridRow> rows = TableGrid.Arrange(table, job);
        if (rows.Count == 0)
            return;
        columnCount = rows[0].Cells.Length;
        rowCount = rows.Count;
        frame = style.Border;
        double width = Math.Min(style.Width.Of(box.Width, box.Width), box.Width);
        tableLeft = box.Left + (style.TextAlign == TextAlign.Center ? (box.Width - width) / 2 : 0);
        double[] widths = ColumnWidths.Of(cols, columnCount, width);
        boundaries = new double[columnCount + 1];
        for (int index = 0; index < columnCount; index++)
            boundaries[index + 1] = boundaries[index] + widths[index];

        int tag = job.Tags.Add(TagRole.Table, box.Tag, table.Location);
        int headEnd = 0;
        while (headEnd < rows.Count && rows[headEnd].IsHead)
            headEnd++;
        if (headEnd > 0)
        {
            List<Strip> header = Rows(rows, 0, headEnd, style, job.Tags.Add(TagRole.THead, tag, table.Location));
            foreach (Strip strip in header)
                flow.Emit(strip, strip == header[0]);
            // What is under the header stays with it.
            flow.BeginHeader(header);
        }
        Body(rows, headEnd, style, headEnd > 0 && headEnd < rows.Count ? job.Tags.Add(TagRole.TBody, tag, table.Location) : tag);
        if (headEnd > 0)
            flow.EndHeader();
    }

    // Group by group: a group ends where no cell reaches over.
    private void Body(List<GridRow> rows, int first, ComputedStyle style, int tag)
    {
        int start = first;
        while (start < rows.Count)
        {
            int end = start + 1;
            int reach = rows[start].Reach;
            while (end < reach)
            {
                reach = Math.Max(reach, rows[end].Reach);
                end++;
            }
            List<Strip> strips = Rows(rows, start, end, style, tag);
            for (int index = 0; index < strips.Count; index++)
                flow.Emit(strips[index], index == 0 && !(start == first && first > 0));
            start = end;
        }
    }

    private List<Strip> Rows(List<GridRow> rows, int start, int end, ComputedStyle style, int tag)
    {
        List<TableCell> cells = [];
        ComputedStyle[] rowStyles = new ComputedStyle[end - start];
        for (int row = start; row < end; row++)
        {
            rowStyles[row - start] = job.Cascade.Of(rows[row].Element, style);
            int rowTag = job.Tags.Add(TagRole.TR, tag, rows[row].Element.Location);
            for (int column = 0; column < columnCount; column++)
            {
                GridCell cell = rows[row].Cells[column];
                if (cell.IsOrigin)
                    cells.Add(Cell(cell, row, column, rowStyles[row - start], rowTag, rows[row].IsHead));
            }
        }
        double[] heights = Heights(cells, rowStyles, start);
        return Strips(rows, cells, rowStyles, heights, start);
    }

    private TableCell Cell(GridCell cell, int row, int column, ComputedStyle rowStyle, int rowTag, bool isHead)
    {
        StripStack content = new();
        double width = boundaries[column + cell.ColumnSpan] - boundaries[column];
        if (cell.Element is not { } element)
        {
            job.Tags.Add(TagRole.TD, rowTag, cell.Location);
            MarkupElement blank = new(cell.Location, ElementKind.Td, []);
            return new TableCell(row, column, 1, 1, job.Cascade.Of(blank, rowStyle), content);
        }
        ComputedStyle style = job.Cascade.Of(element, rowStyle);
        bool isHeader = element.Kind == ElementKind.Th;
        HeaderScope scope = !isHeader ? HeaderScope.None : element["scope"] switch
        {
            "col" => HeaderScope.Column,
            "row" => HeaderScope.Row,
            _ => isHead ? HeaderScope.Column : HeaderScope.Row,
        };
        TagRole role = isHeader ? TagRole.TH : TagRole.TD;
        TagAttributes attributes = new() { Scope = scope, ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan };
        int tag = job.Tags.Add(role, rowTag, element.Location, attributes);
        double inner = Math.Max(1, width - style.Padding.Left - style.Padding.Right);
        if (element.Children.Count > 0)
            new BlockFlow(job, content) { Numbers = flow.Numbers, FieldParent = flow.FieldParent }.Content(element, style, new FlowBox(0, inner, tag), role);
        return new TableCell(row, column, cell.RowSpan, cell.ColumnSpan, style, content);
    }

    private static double[] Heights(List<TableCell> cells, ComputedStyle[] rowStyles, int start)
    {
        double[] heights = new double[rowStyles.Length];
        for (int index = 0; index < heights.Length; index++)
            heights[index] = Math.Max(rowStyles[index].MinHeight.Of(0, 0), rowStyles[index].Height.Of(0, 0));
        foreach (TableCell cell in cells.Where(cell => cell.RowSpan == 1))
            heights[cell.Row - start] = Math.Max(heights[cell.Row - start], cell.NeededHeight);
        // What a spanning cell still lacks goes to its last row.
        foreach (TableCell cell in cells.Where(cell => cell.RowSpan > 1).OrderBy(cell => cell.Row + cell.RowSpan))
        {
            int first = cell.Row - start;
            double have = heights.AsSpan(first, cell.RowSpan).ToArray().Sum();
            heights[first + cell.RowSpan - 1] += Math.Max(0, cell.NeededHeight - have);
        }
        return heights;
    }

    private List<Strip> Strips(List<GridRow> rows, List<TableCell> cells, ComputedStyle[] rowStyles, double[] heights, int start)
    {
        int count = heights.Length;
        TableCell?[,] grid = new TableCell?[count, columnCount];
        foreach (TableCell cell in cells)
            for (int row = cell.Row - start; row < cell.Row - start + cell.RowSpan; row++)
                for (int column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    grid[row, column] = cell;
        List<CellPart>[] parts = new List<CellPart>[count];
        for (int row = 0; row < count; row++)
            parts[row] = [];
        foreach (TableCell cell in cells)
            Distribute(cell, heights, start, parts);
        List<Strip> strips = [];
        bool isSingle = count == 1;
        for (int row = 0; row < count; row++)
        {
            RowEdges edges = Edges(grid, row, count, start + row);
            bool maySplit = isSingle && rows[start + row].Element["split"] != "no" && !rowStyles[row].KeepTogether && !rows[start + row].IsHead;
            strips.Add(new RowStrip(heights[row], edges, parts[row], maySplit) { Left = tableLeft });
        }
        return strips;
    }

    // A spanning cell's lines go to the rows they stand in, so that a group too high for a page can still be broken between rows.
    private void Distribute(TableCell cell, double[] heights, int start, List<CellPart>[] parts)
    {
        IReadOnlyList<StackPiece> pieces = cell.Content.Pieces;
        if (pieces.Count == 0)
            return;
        int row = cell.Row - start;
        int last = row + cell.RowSpan - 1;
        double total = 0;
        for (int index = row; index <= last; index++)
            total += heights[index];
        double top = cell.ContentTop(total);
        double x = boundaries[cell.Column] + cell.Style.Padding.Left;
        double rowTop = 0;
        int from = 0;
        for (int index = row; index <= last; index++)
        {
            int to = from;
            while (to < pieces.Count && (index == last || top + pieces[to].Top < rowTop + heights[index]))
                to++;
            if (to > from)
                parts[index].Add(new CellPart(pieces, from, to, x, top + pieces[from].Top - rowTop, cell.Style.Padding.Bottom, true));
            from = to;
            rowTop += heights[index];
        }
    }

    private RowEdges Edges(TableCell?[,] grid, int row, int count, int tableRow)
    {
        Border[] above = new Border[columnCount];
        Border[] below = new Border[columnCount];
        Border[] closing = new Border[columnCount];
        Border[] upright = new Border[columnCount + 1];
        for (int column = 0; column < columnCount; column++)
        {
            TableCell cell = grid[row, column]!;
            above[column] = tableRow == 0 ? Border.Wider(frame.Top, cell.Style.Border.Top) : cell.Style.Border.Top;
            closing[column] = cell.Style.Border.Bottom;
            TableCell? under = row + 1 < count ? grid[row + 1, column] : null;
            below[column] = under == cell ? Border.None : under is null ? cell.Style.Border.Bottom : Border.Wider(cell.Style.Border.Bottom, under.Style.Border.Top);
            if (tableRow == rowCount - 1)
                below[column] = closing[column] = Border.Wider(frame.Bottom, cell.Style.Border.Bottom);
            TableCell? before = column > 0 ? grid[row, column - 1] : null;
            if (before != cell)
                upright[column] = before is null ? Border.Wider(frame.Left, cell.Style.Border.Left) : Border.Wider(before.Style.Border.Right, cell.Style.Border.Left);
        }
        upright[columnCount] = Border.Wider(frame.Right, grid[row, columnCount - 1]!.Style.Border.Right);
        return new RowEdges(boundaries, above, below, closing, upright);
    }
}
