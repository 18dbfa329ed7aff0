using System.Text;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

public sealed class LibraryTests
{
    public static TheoryData<string> Packs => [.. Templates.Library.Packs.Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_passes_its_examination(string id)
    {
        var problems = Templates.Library.Find(id)!.Examine(Templates.Library.Profiles, Templates.Now);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_pack_has_an_ordinary_a_maximal_and_a_rejected_example(string id)
    {
        var examples = Templates.Library.Find(id)!.Examples;
        Assert.Contains(examples, example => example is { Name: "ordinary", IsRejected: false });
        Assert.Contains(examples, example => example is { Name: "maximal", IsRejected: false });
        Assert.Contains(examples, example => example.IsRejected);
    }

    [Fact]
    public void Packs_stand_in_the_order_of_their_numbers()
    {
        var numbers = Templates.Library.Packs.Select(pack => pack.Number).ToList();
        Assert.Equal(numbers.OrderBy(number => number.StartsWith('X')).ThenBy(number => string.Join('-', number.Split('-').Select(part => part.PadLeft(4, '0'))), StringComparer.Ordinal), numbers);
    }

    [Theory]
    [InlineData("xunwen-bilu", "14")]
    [InlineData("询问笔录", "14")]
    [InlineData("催告书", "48")]
    [InlineData("送达回证", "50")]
    [InlineData("权利义务告知书", "X-07")]
    public void A_pack_is_found_by_id_name_and_former_name(string name, string number) => Assert.Equal(number, Templates.Library.Find(name)?.Number);

    [Fact]
    public void An_unknown_name_finds_nothing() => Assert.Null(Templates.Library.Find("逮捕证"));

    [Fact]
    public void Profiles_say_only_what_differs()
    {
        var profiles = Templates.Library.Profiles;
        Assert.Equal(["default", "dongyang", "tonghua"], profiles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("通化市市场监督管理局", profiles["tonghua"].BureauName);
        Assert.Contains(new DateOnly(2026, 2, 17), profiles["tonghua"].Holidays);
        Assert.Contains(new DateOnly(2026, 2, 28), profiles["dongyang"].MakeUpDays);
    }

    [Fact]
    public void The_hash_follows_every_file_that_decides_the_output_and_no_other()
    {
        var before = Templates.Library.Find("xunwen-bilu")!.Hash;
        Assert.Equal(before, With("xunwen-bilu/CHANGES.md", "# 变更记录\n").Find("xunwen-bilu")!.Hash);
        Assert.NotEqual(before, With("_partials/head.sbn", "<h1>{{ $.title }}{{ $.number }}</h1>").Find("xunwen-bilu")!.Hash);
        Assert.NotEqual(before, With("_styles/record.css", "p { color: gray; }").Find("xunwen-bilu")!.Hash);
        Assert.Equal(before, With("_styles/form.css", "p { color: gray; }").Find("xunwen-bilu")!.Hash);
    }

    [Fact]
    public void Every_mistake_of_the_folder_is_reported_at_once_with_its_place()
    {
        var files = Templates.Files();
        files["xunwen-bilu/pack.json"] = Bytes("{\n  \"id\": \"xunwen\",\n  \"colour\": 1\n}");
        files["cuigao-shu/writ.sbn"] = Bytes("<writ>\n{{ if data.fine }}\n</writ>");
        files["cuigao-shu/rules.json"] = Bytes("[{\"code\":\"V-1\",\"must\":\"1 +\",\"path\":\"$\",\"severity\":\"error\",\"message\":{\"zh\":\"甲\",\"en\":\"a\"}}]");
        files["songda-huizheng/data.schema.json"] = Bytes("{ not json");
        files["_styles/form.css"] = Bytes("p { position: absolute; }");
        files["quanli-gaozhi-shu/notes.txt"] = Bytes("x");
        var found = Assert.Throws<PackException>(() => PackLibrary.Load(files)).Problems;
        Assert.Contains(found, problem => problem is { File: "xunwen-bilu/pack.json", Line: 3, Code: "pack-key-unknown" });
        Assert.Contains(found, problem => problem is { File: "xunwen-bilu/pack.json", Line: 1, Code: "pack-key-missing" });
        Assert.Contains(found, problem => problem is { File: "xunwen-bilu/pack.json", Code: "pack-id-mismatch" });
        Assert.Contains(found, problem => problem is { File: "cuigao-shu/writ.sbn", Code: "pack-script-malformed" });
        Assert.Contains(found, problem => problem is { File: "cuigao-shu/rules.json", Line: 1, Code: "pack-rule-malformed" });
        Assert.Contains(found, problem => problem is { File: "songda-huizheng/data.schema.json", Line: 1, Code: "pack-json-malformed" });
        Assert.Contains(found, problem => problem is { File: "_styles/form.css", Line: 1, Code: "pack-style-malformed" });
        Assert.Contains(found, problem => problem is { File: "quanli-gaozhi-shu/notes.txt", Code: "pack-file-unknown" });
    }

    [Fact]
    public void The_schema_handed_out_stands_alone()
    {
        var schema = Encoding.UTF8.GetString(Templates.Library.Find("xunwen-bilu")!.Schema.Json.Span);
        Assert.DoesNotContain("$ref", schema, StringComparison.Ordinal);
        Assert.Contains("被询问人", schema, StringComparison.Ordinal);
    }

    [Fact]
    public void Privacy_follows_each_field()
    {
        var fields = Templates.Library.Find("xunwen-bilu")!.Schema.Fields.ToDictionary(field => field.Path);
        Assert.Equal("P1", fields["$.person.idCard"].Privacy);
        Assert.Equal("P4", fields["$.officers[*].certificateNumber"].Privacy);
        Assert.Equal("问", fields["$.turns[*].question"].Label.Zh);
    }

    private static PackLibrary With(string path, string text)
    {
        var files = Templates.Files();
        files[path] = Bytes(text);
        return PackLibrary.Load(files);
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
