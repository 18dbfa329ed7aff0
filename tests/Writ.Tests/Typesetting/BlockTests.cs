using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

public class BlockTests
{
    [Fact]
    public void Inline_objects() => Golden.Check("typesetting/inline-objects.txt", Setting.Lay("""
        <p><check on="true"/>直接送达<check on="false"/>留置</p>
        <p>事由<fill/>甲<fill>乙丙</fill></p>
        <p>签名：<slot name="party" style="width: 50pt; height: 30pt"/></p>
        <p><u>线</u><span style="text-decoration: line-through">删</span><b>重</b></p>
        <p><qr value="https://example.test/1" alt="核验码" style="width: 40pt"/></p>
        """).Dump());

    [Fact]
    public void Lists_and_attachments() => Golden.Check("typesetting/lists.txt", Setting.Lay("""
        <ol type="一"><li>甲</li><li>一二三四五六七八九十</li></ol>
        <ul style="margin-left: 0pt"><li><p>乙</p><p>丙</p></li></ul>
        <attachments style="margin: 0pt"><li>清单</li><li>一二三四五六七</li></attachments>
        """).Dump());

    [Fact]
    public void Each_slot_of_a_paragraph_stands_in_its_own_node()
    {
        Layout layout = Setting.Lay("<p>甲<slot name=\"a\" style=\"width: 20pt\"/>乙<slot name=\"b\" style=\"width: 20pt\"/>丙</p><table><tr><td>丁<slot name=\"c\" style=\"width: 20pt\"/></td></tr></table>");
        foreach (TagNode node in layout.Structure)
            Assert.True(node.Children.Count(child => layout.Structure[child].Role == TagRole.Form) <= 1);
        Assert.Equal(["甲", "乙", "丁"], layout.Pages[0].Items.OfType<SlotPlace>().Select(slot => slot.Label));
    }

    [Fact]
    public void Headings_skip_no_level() => Assert.Equal([TagRole.H1, TagRole.H2, TagRole.H2],
        Setting.Lay("<h2>甲</h2><h3>乙</h3><h2>丙</h2>").Structure.Where(node => node.Role is >= TagRole.H1 and <= TagRole.H3).Select(node => node.Role));

    [Fact]
    public void A_long_title_is_broken_by_meaning() => Assert.Equal(["关于对某某有限公司的", "行政处罚告知书"],
        Setting.Lines(Setting.Lay("<h1>关于对某某有限公司的行政处罚告知书</h1>")));

    [Fact]
    public void Images_take_their_size_from_the_file()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, 80, 0, 0, 0, 40];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 40, 1, 0, 0, 0];
        Dictionary<string, ReadOnlyMemory<byte>> images = new() { ["a.png"] = png, ["b.jpg"] = jpeg };
        Layout layout = Setting.Lay("<img src=\"a.png\" alt=\"照片\"/><p><img src=\"b.jpg\" alt=\"照片\"/></p><img src=\"a.png\" alt=\"大\" style=\"width: 900pt\"/>", images: images);
        Assert.Equal([(60.0, 30.0), (30.0, 15.0), (160.0, 80.0)], layout.Pages.SelectMany(page => page.Items.OfType<Picture>()).Select(picture => (picture.Width, picture.Height)));
    }

    [Theory]
    [InlineData("<img src=\"no.png\" alt=\"甲\"/>", "image-missing", null)]
    [InlineData("<img src=\"bad.png\" alt=\"甲\"/>", "image-unreadable", null)]
    [InlineData("<p>甲𬭎</p>", "missing-glyph", "𬭎")]
    [InlineData("<p>甲\uE000</p>", "private-use-character", "\uE000")]
    [InlineData("<p style=\"font-family: gothic\">甲</p>", "unknown-font-role", "gothic")]
    public void What_cannot_be_printed_is_a_problem(string content, string code, string? character)
    {
        Dictionary<string, ReadOnlyMemory<byte>> images = new() { ["bad.png"] = new byte[] { 1, 2, 3 } };
        LayoutProblem problem = Assert.Single(Setting.Try(content, images: images).Problems);
        Assert.Equal((code, character), (problem.Code, problem.Character));
    }

    [Fact]
    public void A_missing_character_is_named_with_its_place()
    {
        LayoutProblem problem = Assert.Single(Setting.Try("\n<p>&lt;甲\n 乙𬭎</p>").Problems);
        Assert.Equal((3, 3), (problem.Location.Line, problem.Location.Column));
    }
}
