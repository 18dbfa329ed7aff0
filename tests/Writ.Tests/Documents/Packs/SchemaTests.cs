using System.Text;
using System.Text.Json;
using Writ.Documents;
using Writ.Documents.Packs;

namespace Writ.Tests.Documents.Packs;

/// <summary>Each keyword: one case it passes, one it refuses, with the path and code the caller sees.</summary>
public sealed class SchemaTests
{
    private const string Schema = """
        {"type":"object","required":["name","items"],"properties":{
          "name":{"type":"string","title":"名称","minLength":2,"maxLength":4,"pattern":"^[^x]*$"},
          "mode":{"type":"string","title":"方式","enum":["甲","乙"]},
          "fixed":{"type":"integer","title":"定值","const":7},
          "amount":{"type":"number","title":"金额","format":"money"},
          "rate":{"type":"number","title":"比率","minimum":0.5,"maximum":2,"multipleOf":0.25},
          "on":{"type":"boolean","title":"是否"},
          "items":{"type":"array","title":"清单","minItems":1,"maxItems":2,"items":{"type":"object","title":"物品","required":["kind"],"properties":{
            "kind":{"type":"string","title":"种类"},"made":{"type":"string","title":"日期","format":"date"}}}}}}
        """;

    public static TheoryData<string, string> Cases => new()
    {
        { """{"name":"面粉","items":[{"kind":"a"}]}""", "" },
        { """{"name":"𠮷𠮷𠮷𠮷","items":[{"kind":"a"}]}""", "" },
        { """{"items":[{"kind":"a"}]}""", "data-field-missing $.name" },
        { """{"name":"面","items":[{"kind":"a"}]}""", "data-text-too-short $.name" },
        { """{"name":"  ","items":[{"kind":"a"}]}""", "data-text-too-short $.name" },
        { """{"name":"一二三四五","items":[{"kind":"a"}]}""", "data-text-too-long $.name" },
        { """{"name":"xyz","items":[{"kind":"a"}]}""", "data-pattern-mismatch $.name" },
        { """{"name":7,"items":[{"kind":"a"}]}""", "data-type-mismatch $.name" },
        { """{"name":null,"items":[{"kind":"a"}]}""", "data-type-mismatch $.name" },
        { """{"name":"面粉","items":[]}""", "data-items-too-few $.items" },
        { """{"name":"面粉","items":[{"kind":"a"},{"kind":"a"},{"kind":"a"}]}""", "data-items-too-many $.items" },
        { """{"name":"面粉","items":[{"kind":"a"},{}]}""", "data-field-missing $.items[1].kind" },
        { """{"name":"面粉","items":[{"kind":"a","made":"2026-02-30"}]}""", "data-date-invalid $.items[0].made" },
        { """{"name":"面粉","items":[{"kind":"a","maker":"b"}]}""", "data-field-unknown $.items[0].maker" },
        { """{"name":"面粉","items":[{"kind":"a"}],"a b":1}""", "data-field-unknown $['a b']" },
        { """{"name":"面粉","items":[{"kind":"a","kind":"b"}]}""", "data-field-repeated $.items[0].kind" },
        { """{"name":"面粉","items":[{"kind":"a"}],"mode":"丙"}""", "data-value-not-allowed $.mode" },
        { """{"name":"面粉","items":[{"kind":"a"}],"fixed":7.0}""", "" },
        { """{"name":"面粉","items":[{"kind":"a"}],"fixed":8}""", "data-value-not-allowed $.fixed" },
        { """{"name":"面粉","items":[{"kind":"a"}],"fixed":7.5}""", "data-type-mismatch $.fixed" },
        { """{"name":"面粉","items":[{"kind":"a"}],"amount":0.001}""", "data-money-invalid $.amount" },
        { """{"name":"面粉","items":[{"kind":"a"}],"amount":-1}""", "data-money-invalid $.amount" },
        { """{"name":"面粉","items":[{"kind":"a"}],"amount":12345678901234567890}""", "data-number-not-exact $.amount" },
        { """{"name":"面粉","items":[{"kind":"a"}],"rate":0.25}""", "data-number-too-small $.rate" },
        { """{"name":"面粉","items":[{"kind":"a"}],"rate":2.25}""", "data-number-too-large $.rate" },
        { """{"name":"面粉","items":[{"kind":"a"}],"rate":0.6}""", "data-number-not-multiple $.rate" },
        { """{"name":"面粉","items":[{"kind":"a"}],"on":"true"}""", "data-type-mismatch $.on" },
        { """{"name":"a\u0000b","items":[{"kind":"a"}]}""", "data-text-not-printable $.name" },
        { """{"name":"a\ud800b","items":[{"kind":"a"}]}""", "data-text-not-printable $.name" },
        { """{"name":"a\u202eb","items":[{"kind":"a"}]}""", "data-text-not-printable $.name" },
        { """[]""", "data-type-mismatch $" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Data_is_held_against_the_schema(string data, string expected)
    {
        var problems = new ProblemList();
        SchemaValidator.Check(JsonElement.Parse(data), Read(Schema), Place.Root, problems);
        Assert.Equal(expected, string.Join("; ", problems.All.Select(problem => $"{problem.Code} {problem.Path}")));
        Assert.All(problems.All, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Text.En)));
    }

    [Fact]
    public void Problems_call_a_field_by_its_Chinese_label()
    {
        var problems = new ProblemList();
        SchemaValidator.Check(JsonElement.Parse("""{"name":"面粉","items":[{"kind":"a"},{}]}"""), Read(Schema), Place.Root, problems);
        Assert.Equal("“种类”必须填写", problems.All[0].Text.Zh);
    }

    [Fact]
    public void Hostile_data_cannot_make_the_answer_grow_without_end()
    {
        var problems = new ProblemList();
        var strange = string.Join(",", Enumerable.Range(0, 5000).Select(n => $"\"f{n}\":1"));
        SchemaValidator.Check(JsonElement.Parse("{" + strange + "}"), Read(Schema), Place.Root, problems);
        Assert.Equal(200, problems.All.Count);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{},"allOf":[]}""", "pack-key-unknown")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", "pack-label-missing")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","title":"甲","minimum":1}}}""", "pack-key-unknown")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","title":"甲","pattern":"("}}}""", "pack-pattern-malformed")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","title":"甲","pattern":"(?!乙)"}}}""", "pack-pattern-malformed")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","title":"甲","pattern":"(.)\\1"}}}""", "pack-pattern-malformed")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"number","title":"甲","format":"date"}}}""", "pack-value-not-allowed")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"shared:nowhere","title":"甲"}}}""", "pack-reference-unknown")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/$defs/x","title":"甲"}},"$defs":{"x":{"$ref":"#/$defs/x"}}}""", "pack-reference-cycle")]
    [InlineData("""{"type":"object","required":["b"],"properties":{}}""", "pack-required-unknown")]
    [InlineData("""{"type":"object","properties":{},"properties":{}}""", "pack-key-repeated")]
    [InlineData("""{"type":"object","additionalProperties":true,"properties":{}}""", "pack-value-not-allowed")]
    public void A_schema_outside_the_subset_is_a_mistake_with_a_place(string schema, string code)
    {
        var problems = new List<PackProblem>();
        if (LocatedJson.Read("data.schema.json", Encoding.UTF8.GetBytes(schema), problems) is { } json)
            new SchemaReader("data.schema.json", json, new Dictionary<string, SharedSchema>(), problems).Read();
        Assert.Contains(problems, problem => problem.Code == code && problem.Line == 1 && problem.Column > 0);
    }

    private static SchemaNode Read(string text)
    {
        var problems = new List<PackProblem>();
        var schema = new SchemaReader("schema", LocatedJson.Read("schema", Encoding.UTF8.GetBytes(text), problems)!, new Dictionary<string, SharedSchema>(), problems).Read();
        Assert.Empty(problems);
        return schema;
    }
}
