using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>Every construct of the language once, without the shared suite.</summary>
public sealed class LanguageTests
{
    private const string Model = """{"name":"张三","fine":12000.50,"items":[{"n":2},{"n":1}],"kind":"person","empty":[],"n":null}""";

    [Theory]
    [InlineData("plain }} text", "plain }} text")]
    [InlineData("a  {{- 1 -}}  b", "a1b")]
    [InlineData("a\n  {{~ 1 ~}}  \nb", "a\n1b")]
    [InlineData("{%{ {{ raw }} }%}", " {{ raw }} ")]
    [InlineData("{{ # note\n1 ## two ## }}", "1")]
    [InlineData("  {{ \"x\\ny\" }}", "  x\n  y")]
    [InlineData("{{ 1 + 2 * 3 }} {{ 7 // 2 }} {{ 7 / 2 }} {{ 7 % 4 }}", "7 3 3.5 3")]
    [InlineData("{{ 1.10m + 1 }} {{ 0xFF }} {{ 0b11 }} {{ 1_000 }}", "2.10 255 3 1000")]
    [InlineData("{{ fine * 2 }}", "24001.00")]
    [InlineData("{{ 'a' + 1 }} {{ 'ab' * 2 }} {{ 'a' < 'b' }}", "a1 abab true")]
    [InlineData("{{ null ?? 5 }}{{ 1 ?! 2 }}{{ true && null }}{{ false || 1 }}{{ !true }}", "52falsetruefalse")]
    [InlineData("{{ 1..3 }}{{ 1..<3 }}{{ 3..1 }}", "[1, 2, 3][1, 2][3, 2, 1]")]
    [InlineData("{{ name ? 'yes' : 'no' }}", "yes")]
    [InlineData("{{ $'{name}:{1 + 1}' }}", "张三:2")]
    [InlineData("{{ [1, 'a', null, {b: true}] }}", "[1, \"a\", null, {b: true}]")]
    [InlineData("{{ items[0].n }}{{ items[-1].n }}{{ items.size }}{{ n?.x }}{{ items[9] }}", "212")]
    [InlineData("{{ empty.empty? }}{{ 'abc'.size }}{{ 'abc'[1] }}", "true3b")]
    [InlineData("{{ x = 1; x += 2; x++; x; --x }}", "343")]
    [InlineData("{{ if n }}a{{ else if fine > 10 }}b{{ else }}c{{ end }}", "b")]
    [InlineData("{{ case kind; when 'org', 'firm'; 1; when 'person'; 2; else; 3; end }}", "2")]
    [InlineData("{{ for i in items }}{{ for.index }}{{ i.n }}{{ if !for.last }},{{ end }}{{ end }}", "02,11")]
    [InlineData("{{ for i in (1..5) offset:1 limit:2 reversed; i; end }}", "54")]
    [InlineData("{{ for i in []; 1; else; 'none'; end }}", "none")]
    [InlineData("{{ x = 0; while x < 3; x = x + 1; if x == 2; continue; end; x; end }}", "13")]
    [InlineData("{{ for i in 1..9; if i > 2; break; end; i; end }}", "12")]
    [InlineData("{{ tablerow i in [1,2,3] cols:2; i; end }}", "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n")]
    [InlineData("{{ func add(a, b = 10, rest...); ret a + b + rest.size; end; add 1; ' '; add 1 2 3 4 }}", "11 5")]
    [InlineData("{{ twice(x) = x * 2; twice 4 }}", "8")]
    [InlineData("{{ func f; $0; $.k; end; f 1 k: 2 }}", "12")]
    [InlineData("{{ f = do; ret $0 + 1; end; f 1; 2 | f }}", "23")]
    [InlineData("{{ [3,1,2] | array.sort | array.each @(do; ret $0 * 2; end) | array.join '-' }}", "2-4-6")]
    [InlineData("{{ func box; '['; $$; ']'; end; wrap box; 'in'; end }}", "[in]")]
    [InlineData("{{ capture c }}x{{ 1 }}{{ end; c }}{{ c | string.size }}", "x12")]
    [InlineData("{{ o = {a: 1}; with o; a; b = 2; end; o }}", "1{a: 1, b: 2}")]
    [InlineData("{{ o = {z: 1}; import o; z }}{{ this.z }}", "11")]
    [InlineData("{{ 'a,b' | string.split ',' | array.reverse }}", "[\"b\", \"a\"]")]
    [InlineData("{{ math.round value: 2.345 precision: 1 }}{{ math.format(1234.5, 'N1') }}", "2.31,234.5")]
    [InlineData("{{ '2024-03-05' | date.parse | date.add_days 1 | date.to_string '%F %A' }}", "2024-03-06 Wednesday")]
    [InlineData("{{ (timespan.from_hours 36).total_days }}", "1.5")]
    [InlineData("{{ 'a1b2' | regex.replace `\\d` '#' }}", "a#b#")]
    [InlineData("{{ '<a>' | html.escape }}{{ '<b>x</b>' | html.strip }}", "&lt;a&gt;x")]
    [InlineData("{{ {a: 1, b: [true]} | object.to_json }}{{ ('{\"x\":1.0}' | object.from_json).x }}", "{\"a\":1,\"b\":[true]}1.0")]
    [InlineData("{{ 'x = 2; ret x + 1' | object.eval }}{{ '{{ name }}' | object.eval_template }}", "3张三")]
    [InlineData("{{ ret 5 }}never", "5")]
    [InlineData("{{ 1", "1")]
    public void Prints(string template, string expected) => Assert.Equal(expected, Scripts.Run(template, Model));

    [Theory]
    [InlineData("a\n {{ x.y.z }}", 2, 7, "Cannot get the member x.y for a null object.")]
    [InlineData("{{ nope 1 }}", 1, 4, "The function `nope` was not found")]
    [InlineData("{{ 'a' - 1 }}", 1, 8, "Operator `-` is not supported on string objects")]
    [InlineData("{{ math.abs }}", 1, 12, "Invalid number of arguments `0` passed to `math.abs` while expecting `1` arguments")]
    [InlineData("{{ math.round 'x' }}", 1, 15, "Unable to convert type `string` to `double`")]
    [InlineData("{{ if true }}x", 1, 14, "Error while parsing if statement: The <end> statement was not found in: if <expression> ... end|else|else if")]
    [InlineData("{{ 1 + }}", 1, 8, "Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    [InlineData("{{ a = b = 1 }}", 1, 8, "Error while parsing assign expression: Expression is only allowed for a top level assignment in: <target_expression> = <value_expression>")]
    [InlineData("x {{ end }}", 1, 8, "Error while parsing ScriptPage: Found <end> statement without a corresponding beginning of a block in: ...")]
    [InlineData("{{ break }}", 1, 4, "The <break> statement can only be used inside for/while loops")]
    public void Points_at_the_mistake(string template, int line, int column, string text)
    {
        ScriptException error = Scripts.Fails(template, Model);
        Assert.Equal((line, column, text), (error.Span.Line, error.Span.Column, error.Text));
        Assert.Equal($"test.sbn({line},{column}) : error : {text}", error.Messages[0].ToString());
    }

    [Fact]
    public void Includes_render_in_their_own_names_and_are_indented_as_a_block()
    {
        ScriptContext context = new(new Dictionary<string, string> { ["p"] = "<{{ $1 }}{{ $k }}>\nend", ["bad"] = "\n{{ x.y.z }}" });
        Assert.Equal("  <1v>\n  end", Scripts.Run("  {{ include 'p' 1 k:'v' }}", context: context));
        ScriptException error = Scripts.Fails("{{ include 'bad' }}", context: context);
        Assert.Equal(new ScriptSpan("bad", 2, 6), error.Span);
        Assert.Equal(4, Scripts.Fails("{{ include 'none' }}", context: context).Span.Column);
    }

    [Theory]
    [InlineData("x = 1\ny = 2\nx + y", ScriptMode.Code, "3")]
    [InlineData("+++\nx = 1\n+++\n\n t {{ x }}", ScriptMode.FrontMatter, "t 1")]
    public void Other_modes(string text, ScriptMode mode, string expected) =>
        Assert.Equal(expected, Scripts.Run(text, options: ScriptOptions.Compatible with { Mode = mode }));

    [Fact]
    public void The_clock_and_chance_come_from_outside()
    {
        Assert.Contains("no clock", Scripts.Fails("{{ date.now }}").Text, StringComparison.Ordinal);
        Assert.Contains("no random seed", Scripts.Fails("{{ math.random 1 5 }}").Text, StringComparison.Ordinal);
        ScriptContext context = new() { Now = new DateTimeOffset(2026, 3, 5, 9, 30, 0, TimeSpan.FromHours(8)), Seed = 7 };
        Assert.Equal("2026-03-05 09:30", Scripts.Run("{{ date.now | date.to_string '%F %R' }}", context: context));
        Assert.Equal(Scripts.Run("{{ math.uuid }}", context: context), Scripts.Run("{{ math.uuid }}", context: context));
    }
}
