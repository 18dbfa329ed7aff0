using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Tests.Documents.Packs;

namespace Writ.Tests.Documents.Disclosing;

/// <summary>What masking does to a value, by class, audience, format and the terms of the profile.</summary>
public sealed class DisclosureTests
{
    [Theory]
    [InlineData("$.person.idCard", "******************")]
    [InlineData("$.officers[0].name", "周建平")]
    [InlineData("$.capacity", "员工")]
    public void Classes_decide_for_the_public(string path, string shown) => Assert.Equal(shown, At(Masked("xunwen-bilu", Audience.Public, Worker), path));

    [Fact]
    public void Names_keep_their_surname() => Assert.Equal("欧阳某某", At(Masked("xunwen-bilu", Audience.Public, data => Worker(data, "欧阳小明")), "$.person.name"));

    [Fact]
    public void A_masked_value_is_masked_wherever_a_text_repeats_it()
    {
        var masked = Masked("xunwen-bilu", Audience.Public, data =>
        {
            Worker(data);
            data["turns"]![0]!["answer"] = "我叫陈小海，电话13812345678，厂里都知道陈小海。";
        });
        Assert.Equal("我叫陈某某，电话***********，厂里都知道陈某某。", At(masked, "$.turns[0].answer"));
    }

    [Fact]
    public void The_party_reads_its_own_particulars() => Assert.Equal("陈小海", At(Masked("xunwen-bilu", Audience.Party, Worker), "$.person.name"));

    [Fact]
    public void The_party_never_learns_who_the_witness_is()
    {
        var masked = Masked("xunwen-bilu", Audience.Party, data =>
        {
            Worker(data);
            data["capacity"] = "证人";
        });
        Assert.Equal("陈某某", At(masked, "$.person.name"));
        Assert.Equal("***********", At(masked, "$.person.phone"));
    }

    [Fact]
    public void A_natural_person_as_party_is_not_named_to_the_public()
    {
        Assert.Equal("云岭市鑫源食品有限公司", At(Masked("zeling-gaizheng-tongzhishu", Audience.Public, _ => { }, "云岭市鑫源食品有限公司"), "$.party.name"));
        Assert.Equal("邵某某", At(Masked("zeling-gaizheng-tongzhishu", Audience.Public, _ => { }, "邵小强"), "$.party.name"));
        Assert.Equal("邵小强", At(Masked("zeling-gaizheng-tongzhishu", Audience.Party, _ => { }, "邵小强"), "$.party.name"));
    }

    [Fact]
    public void The_bureau_itself_sees_the_data_as_it_is()
    {
        var data = Checked("xunwen-bilu", Worker);
        Assert.Same(data, Writ.Documents.Disclosing.Prepare(data, new Derivation(Audience.Internal)).Checked);
    }

    [Fact]
    public void Internal_papers_are_made_for_the_bureau_alone()
    {
        var example = Templates.Example("lian-shenpibiao", "ordinary");
        var data = Templates.Library.Find("lian-shenpibiao")!.Check(JsonElement.Parse(example.Json.Span), Templates.Library.Profiles["default"], Templates.Now).Checked!;
        foreach (var audience in new[] { Audience.Party, Audience.Public })
        {
            var problem = Assert.Single(Writ.Documents.Disclosing.Prepare(data, new Derivation(audience)).Problems);
            Assert.Equal("audience-refused", problem.Code);
            Assert.Contains("行政处罚法", problem.Basis, StringComparison.Ordinal);
        }
    }

    private static void Worker(JsonNode data) => Worker(data, "陈小海");

    private static void Worker(JsonNode data, string name)
    {
        data["capacity"] = "员工";
        data["person"] = new JsonObject { ["name"] = name, ["gender"] = "男", ["idCard"] = "220502198001010014", ["phone"] = "13812345678" };
    }

    private static JsonElement Masked(string pack, Audience audience, Action<JsonNode> change, string? party = null) =>
        Writ.Documents.Disclosing.Prepare(Checked(pack, data =>
        {
            if (party is not null) data["party"]!["name"] = party;
            change(data);
        }), new Derivation(audience)).Checked!.Data;

    private static CheckedData Checked(string pack, Action<JsonNode> change)
    {
        var data = JsonNode.Parse(Templates.Example(pack, "ordinary").Json.Span)!;
        change(data);
        var check = Templates.Library.Find(pack)!.Check(JsonElement.Parse(data.ToJsonString()), Templates.Library.Profiles["default"], Templates.Now);
        Assert.True(check.Passed, string.Join('\n', check.Problems));
        return check.Checked!;
    }

    private static string At(JsonElement data, string path)
    {
        foreach (var step in path[2..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'))
            data = int.TryParse(step, out var index) ? data[index] : data.GetProperty(step);
        return data.GetString()!;
    }
}
