using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Laws of the tag tree that PDF/UA leans on, held over a manuscript that uses everything.</summary>
public class TagTreeTests
{
    private static readonly Layout layout = Setting.Lay($"""
        <page-header><p>页眉</p></page-header>
        <page-footer><table><tr><td>签名<slot name="party"/></td><td><slot name="party" part="date"/></td></tr></table><p><page-number/>/<page-count/></p></page-footer>
        <h2>题</h2><h3>小题</h3>
        <p>甲<b>乙</b><check on="true"/>丙<slot name="a" style="width: 20pt"/>丁<slot name="b" style="width: 20pt"/></p>
        <turn who="问">戊<slot name="c" style="width: 20pt"/></turn><turn who="答"><p>己</p><p>庚</p></turn>
        <ul><li>一</li><li><p>二</p><ol><li>三</li></ol></li></ul>
        <div><p>辛</p></div><div>壬</div>
        <table><thead><tr><th>甲</th><th>乙</th><th>丙</th></tr></thead>
          <tr><td rowspan="2">一</td><td colspan="2">{TableTests.Characters(60)}</td></tr><tr><td>二</td></tr><tr><td><p>三</p><p>四</p></td></tr></table>
        <attachments><li>清单</li></attachments>
        <seal name="bureau" style="width: 40pt"><p>局</p><p>日</p></seal>
        <rest>（以下空白）</rest>
        """, "slot { width: 20pt; height: 10pt; } page-footer { font-size: 8pt; }", attributes: " edge-seal=\"bureau\"");

    [Fact]
    public void Every_item_belongs_to_a_leaf_or_is_an_artifact()
    {
        foreach (LayoutItem item in layout.Pages.SelectMany(page => page.Items))
        {
            Assert.Equal(item.Tag == -1, item.Artifact != ArtifactKind.None);
            if (item.Tag >= 0)
                Assert.Empty(layout.Structure[item.Tag].Children);
        }
    }

    [Fact]
    public void Parents_and_children_agree()
    {
        for (int index = 0; index < layout.Structure.Length; index++)
        {
            TagNode node = layout.Structure[index];
            Assert.Equal(index, node.Index);
            Assert.All(node.Children, child => Assert.Equal(index, layout.Structure[child].Parent));
            Assert.Equal(index == 0, node.Parent < 0);
        }
    }

    [Fact]
    public void No_node_holds_two_forms_and_every_form_has_a_name()
    {
        Assert.All(layout.Structure, node => Assert.True(node.Children.Count(child => layout.Structure[child].Role == TagRole.Form) <= 1));
        Assert.All(layout.Structure.Where(node => node.Role == TagRole.Form), node => Assert.False(string.IsNullOrEmpty(node.Attributes.Alternate)));
        int places = layout.Pages.Sum(page => page.Items.Count(item => item is SlotPlace || item is SealPlace { Parts: 1 }));
        Assert.Equal(places, layout.Structure.Count(node => node.Role == TagRole.Form));
    }

    [Fact]
    public void Every_table_row_covers_the_same_columns()
    {
        foreach (TagNode table in layout.Structure.Where(node => node.Role == TagRole.Table))
        {
            TagNode[] rows = [.. Descendants(table).Where(node => node.Role == TagRole.TR)];
            int[] covered = new int[rows.Length + 8];
            for (int row = 0; row < rows.Length; row++)
                foreach (TagNode cell in rows[row].Children.Select(child => layout.Structure[child]))
                    for (int down = 0; down < cell.Attributes.RowSpan; down++)
                        covered[row + down] += cell.Attributes.ColumnSpan;
            Assert.Single(covered.Take(rows.Length).Distinct());
        }
    }

    [Fact]
    public void Header_cells_have_a_scope() =>
        Assert.All(layout.Structure.Where(node => node.Role == TagRole.TH), node => Assert.NotEqual(HeaderScope.None, node.Attributes.Scope));

    [Fact]
    public void Roles_stand_where_they_may()
    {
        foreach (TagNode node in layout.Structure.Where(node => node.Parent >= 0))
        {
            TagRole parent = layout.Structure[node.Parent].Role;
            bool fits = node.Role switch
            {
                TagRole.LI => parent == TagRole.L,
                TagRole.Lbl or TagRole.LBody => parent == TagRole.LI,
                TagRole.TR => parent is TagRole.Table or TagRole.THead or TagRole.TBody,
                TagRole.TH or TagRole.TD => parent == TagRole.TR,
                TagRole.THead or TagRole.TBody => parent == TagRole.Table,
                TagRole.P or TagRole.Div or TagRole.L or TagRole.Table => parent is TagRole.Document or TagRole.Sect or TagRole.Div or TagRole.LBody or TagRole.TD or TagRole.TH,
                TagRole.Span or TagRole.Form or TagRole.Figure => parent is not (TagRole.Table or TagRole.TR or TagRole.L or TagRole.LI or TagRole.Document),
                _ => true,
            };
            Assert.True(fits, $"{node.Role} {node.Location} stands in {parent}");
        }
    }

    [Fact]
    public void The_same_manuscript_yields_the_same_layout()
    {
        string content = $"<p>共<page-count/>页</p><table><tr><td>甲</td></tr></table><p>{TableTests.Characters(300)}</p>";
        Assert.Equal(Setting.Lay(content).Dump(), Setting.Lay(content).Dump());
    }

    private static IEnumerable<TagNode> Descendants(TagNode node) =>
        node.Children.Select(child => layout.Structure[child]).SelectMany(child => Descendants(child).Prepend(child));
}
