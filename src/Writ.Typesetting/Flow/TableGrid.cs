namespace Writ.Typesetting;

/// <summary>Places a table's cells on its grid by their spans; gaps become empty cells, so that every row has every column.</summary>
internal static class TableGrid
{
    internal static List<GridRow> Arrange(MarkupElement table, LayoutJob job)
    {
        List<(MarkupElement Row, bool IsHead)> sources = [];
        foreach (MarkupElement child in table.Elements)
        {
            if (child.Kind == ElementKind.Tr)
                sources.Add((child, false));
            else if (child.Kind is ElementKind.THead or ElementKind.TBody)
                foreach (MarkupElement row in child.Elements)
                    sources.Add((row, child.Kind == ElementKind.THead));
        }
        int columns = CountColumns(sources, job.Limits.TableCells);
        if (columns == 0)
            return [];
        if ((long)columns * sources.Count > job.Limits.TableCells)
        {
            job.Problems.Add("table-too-large", table.Location, $"表格有 {sources.Count} 行 {columns} 列，超过 {job.Limits.TableCells} 格的上限。", $"The table has {sources.Count} rows of {columns} columns; the limit is {job.Limits.TableCells} cells.");
            return [];
        }
        return Place(sources, columns);
    }

    private static int CountColumns(List<(MarkupElement Row, bool IsHead)> sources, int most)
    {
        int columns = 0;
        int[] open = [];
        foreach ((MarkupElement row, _) in sources)
        {
            int column = 0;
            int[] next = new int[Math.Max(open.Length, 16)];
            for (int index = 0; index < open.Length; index++)
                next[index] = Math.Max(0, open[index] - 1);
            foreach (MarkupElement cell in row.Elements)
            {
                while (column < open.Length && open[column] > 0)
                    column++;
                int span = MarkupGrammar.SpanOf(cell, "colspan");
                int rows = MarkupGrammar.SpanOf(cell, "rowspan") - 1;
                if (column + span > most)
                    return column + span;
                if (column + span > next.Length)
                    Array.Resize(ref next, Math.Max(next.Length * 2, column + span));
                for (int index = column; index < column + span; index++)
                    next[index] = Math.Max(next[index], rows);
                column += span;
            }
            columns = Math.Max(columns, column);
            open = next;
        }
        return columns;
    }

    private static List<GridRow> Place(List<(MarkupElement Row, bool IsHead)> sources, int columns)
    {
        List<GridRow> rows = [];
        int[] covered = new int[columns];
        for (int rowIndex = 0; rowIndex < sources.Count; rowIndex++)
        {
            (MarkupElement element, bool isHead) = sources[rowIndex];
            GridCell[] cells = new GridCell[columns];
            // A cell may not reach out of its head or body, nor below the table.
            int most = 1;
            while (rowIndex + most < sources.Count && sources[rowIndex + most].IsHead == isHead)
                most++;
            int reach = rowIndex + 1;
            int column = 0;
            foreach (MarkupElement cell in element.Elements)
            {
                while (column < columns && covered[column] > 0)
                    column++;
                if (column >= columns)
                    break;
                int columnSpan = 1;
                int wanted = MarkupGrammar.SpanOf(cell, "colspan");
                while (columnSpan < wanted && column + columnSpan < columns && covered[column + columnSpan] == 0)
                    columnSpan++;
                int rowSpan = Math.Min(MarkupGrammar.SpanOf(cell, "rowspan"), most);
                reach = Math.Max(reach, rowIndex + rowSpan);
                cells[column] = new GridCell(cell, rowSpan, columnSpan, true, cell.Location);
                for (int index = column; index < column + columnSpan; index++)
                    covered[index] = rowSpan;
                column += columnSpan;
            }
            for (int index = 0; index < columns; index++)
            {
                if (covered[index] == 0)
                    cells[index] = new GridCell(null, 1, 1, true, element.Location);
                else
                    covered[index]--;
            }
            rows.Add(new GridRow(element, isHead, cells, reach));
        }
        return rows;
    }
}
