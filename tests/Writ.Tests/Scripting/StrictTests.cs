using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>The dialect packs run in.</summary>
public sealed class StrictTests
{
    private const string Model = """{"data":{"name":"<b>&'\"","list":["<i>",1],"when":"soon"}}""";

    [Theory]
    [InlineData("{{ data.name }}", "&lt;b&gt;&amp;&#39;&quot;")]
    [InlineData("{{ data.name | raw }}", "<b>&'\"")]
    [InlineData("{{ data.list }}", "[&quot;&lt;i&gt;&quot;, 1]")]
    [InlineData("{{ capture c }}<p>{{ data.list[0] }}</p>{{ end }}{{ c }}", "<p>&lt;i&gt;</p>")]
    [InlineData("{{ capture c }}<p/>{{ end }}{{ c + data.list[0] }}", "<p/>&lt;i&gt;")]
    [InlineData("{{ capture c }}<p/>{{ end }}{{ [c, data.list[0]] | array.join '<' }}", "<p/>&lt;&lt;i&gt;")]
    [InlineData("{{ func item(x) }}<li>{{ x }}</li>{{ end }}{{ item data.list[0] }}", "<li>&lt;i&gt;</li>")]
    [InlineData("{{ func item(x); ret x; end }}{{ item data.list[0] }}", "&lt;i&gt;")]
    [InlineData("{{ func box; }}<div>{{ $$; }}</div>{{ end }}{{ wrap box }}<b>{{ data.list[0] }}</b>{{ end }}", "<div><b>&lt;i&gt;</b></div>")]
    [InlineData("{{ $'{data.list[0]}!' }}", "&lt;i&gt;!")]
    [InlineData("{{ data.list[0] | html.escape }}", "&lt;i&gt;")]
    [InlineData("{{ \"a<\\nb\" | html.newline_to_br }}", "a&lt;<br />\nb")]
    [InlineData("{{ data.list[0] | string.upcase }}", "&lt;I&gt;")]
    public void Escapes_once(string template, string expected) => Assert.Equal(expected, Scripts.Strict(template, Model));

    [Fact]
    public void Includes_are_not_escaped_again()
    {
        ScriptContext context = new(new Dictionary<string, string> { ["p"] = "<p>{{ $1 }}</p>" });
        Assert.Equal("<p>&lt;i&gt;</p>", Scripts.Strict("{{ include 'p' data.list[0] }}", Model, context));
    }

    [Theory]
    [InlineData("{{ nobody }}", 1, 4)]
    [InlineData("{{ data.nothing }}", 1, 9)]
    [InlineData("{{ data.list[7] }}", 1, 14)]
    [InlineData("{{ data['zz'] }}", 1, 9)]
    [InlineData("{{ nobody ?? 1 }}", 1, 4)]
    [InlineData("{{ if nobody; 1; end }}", 1, 7)]
    [InlineData("{{ data.when | date.parse }}", 1, 4)]
    [InlineData("{{ $nothing }}", 1, 4)]
    public void Refuses_what_is_not_there(string template, int line, int column)
    {
        ScriptSpan span = Scripts.Fails(template, Model, ScriptOptions.Strict).Span;
        Assert.Equal((line, column), (span.Line, span.Column));
    }

    [Fact]
    public void Refuses_to_cut_output()
    {
        ScriptOptions options = ScriptOptions.Strict with { Limits = ScriptLimits.Default with { Output = 10 } };
        Assert.Contains("longer than 10", Scripts.Fails("{{ for i in 1..9 }}abc{{ end }}", options: options).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frozen_model_cannot_be_written()
    {
        ScriptObject model = Scripts.Model("""{"data":{"a":1,"l":[1]}}""");
        model.Freeze();
        Script script = Script.Parse("{{ data.a = 2 }}", "t", ScriptOptions.Strict);
        Assert.Throws<ScriptException>(() => script.Render(model, ScriptContext.Nothing));
        Assert.Equal("1", Script.Parse("{{ x = data.a; x }}", "t", ScriptOptions.Strict).Render(model, ScriptContext.Nothing).Text);
    }

    [Fact]
    public void The_source_map_leads_back_to_the_line()
    {
        ScriptContext context = new(new Dictionary<string, string> { ["p"] = "1\n<{{ 'q' }}>" });
        ScriptOutput output = Script.Parse("first\n{{ 'second' }}\n{{ include 'p' }}", "m.sbn", ScriptOptions.Strict).Render(new ScriptObject(), context);
        Assert.Equal("first\nsecond\n1\n<q>", output.Text);
        Assert.Equal(new ScriptSpan("m.sbn", 1, 3), output.SourceMap.Find(2));
        Assert.Equal(new ScriptSpan("m.sbn", 2, 4), output.SourceMap.Find(6));
        Assert.Equal(new ScriptSpan("p", 2, 5), output.SourceMap.Find(output.Text.IndexOf('q', StringComparison.Ordinal)));
    }

    [Fact]
    public void References_name_the_paths_of_the_model()
    {
        Script script = Script.Parse("{{ for o in data.officers }}{{ o.name }}{{ end }}{{ x = data.party; x.kind }}{{ f(y) = y.z; f profile.name }}{{ cn.date data['on'] }}", "r", ScriptOptions.Strict);
        Assert.Equal(["data.officers", "data.officers[].name", "data.party", "data.party.kind", "profile.name", "data.on"], script.References().Select(r => r.ToString()));
    }

    [Fact]
    public void Expressions_evaluate_rules()
    {
        ScriptExpression rule = ScriptExpression.Parse("data.list.size > 1 && data.name != ''");
        Assert.True(rule.Evaluate(Scripts.Model(Model), ScriptContext.Nothing).IsTrue);
        Assert.Equal(["data.list.size", "data.name"], rule.References().Select(r => r.ToString()));
        Assert.Throws<ScriptException>(() => ScriptExpression.Parse("1 +"));
        Assert.Throws<ScriptException>(() => ScriptExpression.Parse("1; 2"));
    }
}
