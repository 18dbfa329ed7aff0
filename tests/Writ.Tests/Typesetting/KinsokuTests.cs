namespace Writ.Tests.Typesetting;

/// <summary>避头尾: ten full-width characters fit a line.</summary>
public class KinsokuTests
{
    [Theory]
    // A stop that does not fit takes its character down with it (追出).
    [InlineData("一二三四五六七八九十。甲", "一二三四五六七八九|十。甲", 1)]
    // The stop's own blank may go at the line's end.
    [InlineData("一二三四五六七八九，十甲乙", "一二三四五六七八九，|十甲乙", 1)]
    // An opening bracket does not end a line.
    [InlineData("一二三四五六七八九（十甲）", "一二三四五六七八九|（十甲）", 1)]
    [InlineData("一二三四五六七八九《十甲》", "一二三四五六七八九|《十甲》", 1)]
    // 省略号 and 破折号 are not parted.
    [InlineData("一二三四五六七八九……十", "一二三四五六七八|九……十", 1)]
    [InlineData("一二三四五六七八九——十", "一二三四五六七八九|——十", 1)]
    // 〔2026〕 holds together, with its number and 号.
    [InlineData("一二三四五六处罚〔2026〕10号", "一二三四五六|处罚〔2026〕10号", 1)]
    // A number keeps its unit; a date stays whole, unless the line would be left too short.
    [InlineData("一二三四五六七共罚款12000元整", "一二三四五六七共罚款|12000元整", 1)]
    [InlineData("一二三四五六七2026年3月5日收到", "一二三四五六七|2026年3月5日收到", 1)]
    [InlineData("一二三四五六2026年3月5日收到", "一二三四五六2026年|3月5日收到", 1)]
    // Latin words break at spaces only.
    [InlineData("一二三四五六七八abcdef九", "一二三四五六七八|abcdef九", 1)]
    // Percent stays with its number.
    [InlineData("一二三四五六七八九12%的", "一二三四五六七八九|12%的", 1)]
    // 第五十七条 is one thing.
    [InlineData("一二三四五六七八第五十七条", "一二三四五六七八|第五十七条", 1)]
    public void Lines_break_where_they_may(string text, string lines, int pages)
    {
        Writ.Typesetting.Layout layout = Setting.Lay($"<p>{text}</p>");
        Assert.Equal(pages, layout.Pages.Length);
        Assert.Equal(lines.Split('|'), Setting.Lines(layout));
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken_where_the_line_ends() =>
        Assert.Equal(["一二", "abcdefghijklmnopqrst", "uvwxyz"], Setting.Lines(Setting.Lay("<p>一二abcdefghijklmnopqrstuvwxyz</p>")));

    [Fact]
    public void An_address_is_parted_behind_a_joint() =>
        Assert.Equal(["abcdefgh@ijklmnop.", "example"], Setting.Lines(Setting.Lay("<p>abcdefgh@ijklmnop.example</p>")));

    [Fact]
    public void A_filled_blank_gives_up_its_padding_before_it_moves_down() =>
        Assert.Equal("签名|甲乙", Assert.Single(Setting.Lines(Setting.Lay("<p>签名<fill style=\"min-width: 140pt\">甲乙</fill></p>"))));

    [Fact]
    public void Choices_and_times_hold_together() => Assert.Equal(["一二三四五六七", "留置送达", "2026年3月5日", "10时30分"],
        Setting.Lines(Setting.Lay("<p>一二三四五六七<check on=\"true\"/>留置送达<br/>2026年3月5日10时30分</p>")).Select(line => line.Replace("|", "", StringComparison.Ordinal)));

    [Fact]
    public void A_stop_hangs_when_hanging_is_on() =>
        Assert.Equal(["一二三四五六七八九十。", "甲"], Setting.Lines(Setting.Lay("<p>一二三四五六七八九十。甲</p>", "p { hanging: on; }")));

    [Fact]
    public void A_stop_is_pulled_in_when_the_line_has_blanks_to_give() =>
        Assert.Equal(["一，二，三，四，五，六。", "七八"], Setting.Lines(Setting.Lay("<p>一，二，三，四，五，六。七八</p>", "@page { size: 223pt 240pt; margin: 20pt; }")));

    [Fact]
    public void No_line_of_a_long_text_begins_or_ends_with_a_forbidden_mark()
    {
        string text = string.Concat(Enumerable.Repeat("当事人（法定代表人：“张三”）于2026年3月5日，在《送达回证》上签字。未提出陈述、申辩；也未要求听证！依据《行政处罚法》第五十七条、第六十三条——罚款12000元（大写：壹万贰仟元整），通市监处罚〔2026〕10号……", 20));
        for (int width = 160; width < 500; width += 7)
        {
            string page = $"@page {{ size: {width + 40}pt 2000pt; margin: 20pt; }}";
            foreach (string line in Setting.Lines(Setting.Lay($"<p>{text}</p>", page)))
            {
                string joined = line.Replace("|", "", StringComparison.Ordinal);
                Assert.DoesNotContain(joined[0], "。，、；：！？）》”〕…号");
                Assert.DoesNotContain(joined[^1], "（《“〔¥第");
            }
        }
    }
}
