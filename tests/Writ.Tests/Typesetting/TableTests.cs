using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Tables: ten lines of 20 pt fit a page.</summary>
public class TableTests
{
    [Fact]
    public void Spans_edges_and_tags() => Golden.Check("typesetting/table-spans.txt", Setting.Lay("""
        <table><cols widths="40pt 1* 2*"/>
          <tr><th rowspan="2" scope="row">甲</th><td colspan="2">一</td></tr>
          <tr><td>二</td><td>三</td></tr>
          <tr><td style="vertical-align: bottom; min-height: 60pt">四</td><td style="vertical-align: middle">五</td></tr>
        </table>
        """).Dump());

    [Fact]
    public void A_row_that_may_be_split_is_split_between_lines() => Golden.Check("typesetting/table-split.txt", Setting.Lay(
        $"<p>{Characters(50)}</p><table><tr><td>{Characters(20)}</td><td>{Characters(60)}</td></tr></table>").Dump());

    [Fact]
    public void A_row_that_must_not_be_split_goes_to_the_next_page()
    {
        Layout layout = Setting.Lay($"<p>{Characters(80)}</p><table><tr split=\"no\"><td>{Characters(40)}</td></tr></table>");
        Assert.Equal([8, 4], layout.Pages.Select(page => Setting.Lines(page).Length));
    }

    [Fact]
    public void A_row_taller_than_a_page_is_split_whatever_it_says()
    {
        Layout layout = Setting.Lay($"<table><tr split=\"no\"><td>{Characters(150)}</td></tr></table>");
        Assert.Equal(2, layout.Pages.Length);
        Assert.Equal(150, layout.Pages.SelectMany(page => page.Items.OfType<GlyphRun>()).Sum(run => run.Text.Length));
    }

    [Fact]
    public void The_header_row_is_repeated_as_an_artifact()
    {
        string rows = string.Concat(Enumerable.Range(1, 25).Select(row => $"<tr><td>行{row}</td></tr>"));
        Layout layout = Setting.Lay($"<table><thead><tr><th>序</th></tr></thead>{rows}</table>");
        Assert.Equal(3, layout.Pages.Length);
        GlyphRun[] heads = [.. layout.Pages.Select(page => (GlyphRun)page.Items.First(item => item is GlyphRun))];
        Assert.All(heads, head => Assert.Equal("序", head.Text));
        Assert.Equal([ArtifactKind.None, ArtifactKind.Pagination, ArtifactKind.Pagination], heads.Select(head => head.Artifact));
    }

    [Fact]
    public void A_header_never_stands_alone_at_the_foot_of_a_page()
    {
        Layout layout = Setting.Lay($"<p>{Characters(90)}</p><table><thead><tr><th>序</th></tr></thead><tr><td>行</td></tr></table>");
        Assert.Equal(["序", "行"], Setting.Lines(layout.Pages[1]));
    }

    [Fact]
    public void Rows_tied_by_a_span_stay_together()
    {
        Layout layout = Setting.Lay($"<p>{Characters(80)}</p><table><tr><td rowspan=\"3\">甲</td><td>一</td></tr><tr><td>二</td></tr><tr><td>三</td></tr></table>");
        Assert.Equal(["一", "甲|二", "三"], Setting.Lines(layout.Pages[1]));
    }

    [Fact]
    public void A_tied_group_taller_than_a_page_is_broken_between_rows()
    {
        string rows = string.Concat(Enumerable.Range(1, 14).Select(row => $"<tr>{(row == 1 ? "<td rowspan=\"15\">甲</td>" : "")}<td>行{row}</td></tr>"));
        Layout layout = Setting.Lay($"<table>{rows}</table>");
        Assert.Equal(2, layout.Pages.Length);
    }

    [Fact]
    public void Too_many_cells_are_a_problem() => Assert.Equal("table-too-large", Assert.Single(
        Setting.Try("<table><tr><td colspan=\"50\">甲</td></tr><tr><td>乙</td></tr></table>", "", LayoutLimits.Default with { TableCells = 60 }).Problems).Code);

    internal static string Characters(int count) => string.Concat(Enumerable.Range(0, count).Select(index => (char)(0x4E00 + index % 1000)));
}
