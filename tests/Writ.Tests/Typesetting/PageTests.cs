using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Pages: ten lines of ten characters each.</summary>
public class PageTests
{
    [Fact]
    public void The_default_page_holds_22_lines_of_28_characters()
    {
        LayoutResult result = Typesetter.Lay(Manuscript.Read($"<writ title=\"试\"><p style=\"text-indent: 0pt\">{TableTests.Characters(28 * 23)}</p></writ>"), StyleSheet.Default, MockFont.Library,
            new Dictionary<string, ReadOnlyMemory<byte>>(), LayoutLimits.Default);
        Layout layout = result.Layout!;
        Assert.All(Setting.Lines(layout), line => Assert.Equal(28, line.Length));
        // Widows: one line alone would go over, so two do.
        Assert.Equal([21, 2], layout.Pages.Select(page => Setting.Lines(page).Length));
    }

    [Theory]
    [InlineData("widows: 2; orphans: 2;", 9, 2)]
    [InlineData("widows: 1; orphans: 1;", 10, 1)]
    [InlineData("widows: 4; orphans: 2;", 7, 4)]
    public void Widows_and_orphans(string css, int first, int second)
    {
        Layout layout = Setting.Lay($"<p>{TableTests.Characters(110)}</p>", $"p {{ {css} }}");
        Assert.Equal([first, second], layout.Pages.Select(page => Setting.Lines(page).Length));
    }

    [Fact]
    public void A_heading_stays_with_what_follows() => Assert.Equal(["题", "甲"],
        Setting.Lines(Setting.Lay($"<p>{TableTests.Characters(90)}</p><h1>题</h1><p>甲</p>").Pages[1]));

    [Fact]
    public void Keep_keeps_its_children_on_one_page() => Assert.Equal(3,
        Setting.Lines(Setting.Lay($"<p>{TableTests.Characters(80)}</p><keep><p>甲</p><p>乙</p><p>丙</p></keep>").Pages[1]).Length);

    [Fact]
    public void Running_feet_count_pages_and_carry_a_slot_each() => Golden.Check("typesetting/running-feet.txt", Setting.Lay($"""
        <page-header><p>试</p></page-header>
        <page-footer>
          <p>当事人<slot name="party" style="width: 40pt; height: 8pt"/>日期<slot name="party" part="date" style="width: 30pt; height: 8pt"/></p>
          <p>第<page-number/>页共<page-count/>页</p>
        </page-footer>
        <p>{TableTests.Characters(110)}</p>
        """).Dump());

    [Fact]
    public void The_page_count_in_the_flow_is_filled_in_at_the_end()
    {
        Layout layout = Setting.Lay($"<p>共<page-count/>页</p><p>{TableTests.Characters(150)}</p>");
        Assert.Equal("共|2|页", Setting.Lines(layout)[0]);
    }

    [Fact]
    public void Rest_strikes_out_what_the_page_has_left()
    {
        Layout layout = Setting.Lay("<p>甲</p><rest>（以下空白）</rest><p>乙</p>");
        Line stroke = Assert.Single(layout.Pages[0].Items.OfType<Line>());
        Assert.Equal((180.0, 20.0, 220.0), (stroke.X1, stroke.X2, stroke.Y2));
        Assert.Equal(["乙"], Setting.Lines(layout.Pages[1]));
    }

    [Fact]
    public void Rest_makes_no_page_of_its_own_where_the_page_is_full()
    {
        int full = Enumerable.Range(1, 100).First(lines => Lay(lines, "").Pages.Length == 2) - 1;
        Layout layout = Lay(full, "<rest>（以下空白）</rest><p>乙</p>");
        Assert.Equal(2, layout.Pages.Length);
        Assert.DoesNotContain(layout.Pages, page => page.Items.OfType<Line>().Any());
        Assert.Equal(["乙"], Setting.Lines(layout.Pages[1]));
        Assert.Equal(full + 1, layout.Structure.Count(node => node.Role == TagRole.P));

        static Layout Lay(int lines, string after) => Setting.Lay(string.Concat(Enumerable.Repeat("<p>甲</p>", lines)) + after);
    }

    [Fact]
    public void A_landscape_section_turns_the_paper_with_its_binding_edge()
    {
        Layout layout = Setting.Lay("<p>甲</p><section orientation=\"landscape\"><p>乙</p></section><p>丙</p>", "@page { size: 200pt 300pt; margin: 10pt 20pt 30pt 40pt; }");
        Assert.Equal([(200.0, 300.0), (300.0, 200.0), (200.0, 300.0)], layout.Pages.Select(page => (page.Width, page.Height)));
        // The upright page's left margin is the turned page's upper one, its lower margin the left one.
        GlyphRun run = layout.Pages[1].Items.OfType<GlyphRun>().Single();
        Assert.Equal(30, run.X);
        Assert.InRange(run.Baseline, 40, 60);
    }

    [Fact]
    public void Copies_count_their_pages_apart()
    {
        Layout layout = Setting.Lay("<page-footer><p><page-number/>-<page-count/></p></page-footer><copy label=\"第一联\"><p>甲</p></copy><copy label=\"第二联\"><p>乙</p><page-break/><p>丙</p></copy>", "@page { size: 200pt 240pt; margin: 80pt 20pt 40pt 20pt; }");
        Assert.Equal(["第一联", "甲", "1-1", "第二联", "乙", "1-2", "第二联", "丙", "2-2"], Setting.Lines(layout));
    }

    [Fact]
    public void The_seal_covers_name_and_date_but_no_text() => Golden.Check("typesetting/seal.txt", Setting.Lay("""
        <p>正文</p>
        <seal name="bureau" style="width: 60pt; height: 60pt"><p>某某局</p><p>2026年3月5日</p></seal>
        <p>附注</p>
        """, "@page { size: 400pt 300pt; margin: 20pt; }").Dump());

    [Fact]
    public void A_seal_takes_the_last_lines_with_it_when_the_page_is_full()
    {
        Layout layout = Setting.Lay($"<p>{TableTests.Characters(90)}</p><seal name=\"bureau\" style=\"width: 40pt\"><p>局</p><p>日</p></seal>", "writ { widows: 2; orphans: 2; }");
        Assert.Equal([7, 4], layout.Pages.Select(page => Setting.Lines(page).Length));
    }

    [Fact]
    public void An_edge_seal_is_cut_over_all_pages()
    {
        Layout layout = Setting.Lay($"<p>{TableTests.Characters(250)}</p>", attributes: " edge-seal=\"bureau\"");
        SealPlace[] places = [.. layout.Pages.Select(page => page.Items.OfType<SealPlace>().Single())];
        Assert.Equal([0, 1, 2], places.Select(place => place.Part));
        Assert.All(places, place => Assert.Equal(200, place.X + place.Width, 3));
    }

    [Fact]
    public void Borders_of_a_div_go_on_over_a_page_break()
    {
        Layout layout = Setting.Lay($"<div style=\"border: 1pt solid; padding: 5pt\"><p>{TableTests.Characters(120)}</p></div>");
        Assert.Equal([3, 3], layout.Pages.Select(page => page.Items.OfType<Line>().Count()));
    }

    [Fact]
    public void A_writ_of_too_many_pages_is_a_problem() => Assert.Equal("too-many-pages",
        Assert.Single(Setting.Try($"<p>{TableTests.Characters(500)}</p>", "", LayoutLimits.Default with { Pages = 3 }).Problems).Code);

    // One pass: what a page costs does not grow with the pages before it. Bytes allocated stand for work done, so that no clock is read.
    [Fact]
    public void A_page_of_a_long_writ_costs_what_a_page_of_a_short_one_does()
    {
        CostOfPage(10);
        double few = CostOfPage(10);
        double many = CostOfPage(1000);
        Assert.InRange(many, few * 0.5, few * 1.2);
    }

    private static double CostOfPage(int pages)
    {
        string turns = string.Concat(Enumerable.Range(0, pages * 5).Select(turn => $"<turn who=\"问\">第{turn}问，{TableTests.Characters(12)}？</turn>"));
        string content = $"<page-footer><p>签名<slot name=\"party\" style=\"width: 40pt; height: 8pt\"/><page-number/>/<page-count/></p></page-footer>{turns}";
        long before = GC.GetAllocatedBytesForCurrentThread();
        Layout layout = Setting.Lay(content);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / layout.Pages.Length;
    }

    [Fact]
    public void A_copy_may_hold_a_landscape_section()
    {
        Layout layout = Setting.Lay("<copy label=\"第一联\"><p>甲</p><section orientation=\"landscape\"><p>乙</p></section></copy><copy label=\"第二联\"><p>丙</p></copy>");
        Assert.Equal([false, true, false], layout.Pages.Select(page => page.Width > page.Height));
    }

    [Fact]
    public void An_empty_writ_is_one_page() => Assert.Single(Setting.Lay("").Pages);
}
