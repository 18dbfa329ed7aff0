using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>Every limit refuses with a <see cref="ScriptException"/>; nothing overflows the stack or runs on.</summary>
public sealed class LimitTests
{
    private const int Megabyte = 1024 * 1024;

    public static TheoryData<string> Bombs() => new()
    {
        "{{ " + new string('(', Megabyte),
        "{{ " + new string('[', Megabyte),
        "{{ " + string.Concat(Enumerable.Repeat("{a:", Megabyte / 3)),
        "{{ " + new string('!', Megabyte),
        "{{ " + new string('-', Megabyte),
        "{{ a" + string.Concat(Enumerable.Repeat(".a", Megabyte / 2)),
        "{{ a" + string.Concat(Enumerable.Repeat("[a", Megabyte / 2)),
        "{{ f" + string.Concat(Enumerable.Repeat("(1)", Megabyte / 3)),
        "{{ 1" + string.Concat(Enumerable.Repeat("+1", Megabyte / 2)),
        "{{ 1" + string.Concat(Enumerable.Repeat("|f", Megabyte / 2)),
        "{{ 1" + string.Concat(Enumerable.Repeat("?1:1", Megabyte / 4)),
        "{{ " + string.Concat(Enumerable.Repeat("$\"{", Megabyte / 3)),
        string.Concat(Enumerable.Repeat("{{if 1}}", Megabyte / 8)),
        "{{ if 1 }}" + string.Concat(Enumerable.Repeat("{{else if 1}}", Megabyte / 13)),
        string.Concat(Enumerable.Repeat("{{do;", Megabyte / 5)),
        string.Concat(Enumerable.Repeat("{{ else ", Megabyte / 8)),
        "{{ x = 1; case 1 }}" + string.Concat(Enumerable.Repeat("{{when 1}}", Megabyte / 10)),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Nesting_bombs_are_refused(string template) => Scripts.Fails(template, options: ScriptOptions.Strict);

    [Theory]
    [InlineData("{{ while true; end }}", "iteration limit")]
    [InlineData("{{ for i in 1..1001; end }}", "Range expression exceeds")]
    [InlineData("{{ func f; f; end; f }}", "recursive depth")]
    [InlineData("{{ func f(a); f (a | string.append 'x'); end; f 'x' }}", "recursive depth")]
    [InlineData("{{ 'a' * 2000000 }}", "LimitToString")]
    [InlineData("{{ '' | string.pad_left 2000000 }}", "LimitToString")]
    [InlineData("{{ x = {}; x.x = x; x }}", "deeply nested")]
    [InlineData("{{ 1 << 99999999 }}", "shift")]
    [InlineData("{{ x = 2; for i in 1..30; x = x * x; end }}", "too large")]
    [InlineData("{{ x = 'a'; for i in 1..40; x = x + x; end }}", "too long")]
    [InlineData("{{ [1] | array.insert_at 200000000 1 | array.size }}", "iteration limit")]
    [InlineData("{{ x = []; x[2000000000] = 1 }}", "too far beyond")]
    [InlineData("{{ 1 | math.format 'D999999999' }}", "invalid")]
    public void A_breach_is_a_named_error(string template, string text) => Assert.Contains(text, Scripts.Fails(template).Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Steps_are_counted_when_loops_are_not()
    {
        ScriptOptions options = ScriptOptions.Compatible with { Limits = ScriptLimits.Default with { Loop = 0, Steps = 10_000 } };
        Assert.Contains("10000 steps", Scripts.Fails("{{ while true; x = 1; end }}", options: options).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_regular_expression_runs_out_of_time()
    {
        ScriptOptions options = ScriptOptions.Compatible with { Limits = ScriptLimits.Default with { RegexTime = TimeSpan.FromMilliseconds(20) } };
        Assert.Equal(46, Scripts.Fails("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match `^(a+)+$` }}", options: options).Span.Column);
    }

    [Fact]
    public void The_compatible_dialect_cuts_output_with_dots() =>
        Assert.Equal("abcdef...", Scripts.Run("abcdef{{ 'ghi' }}jkl", options: ScriptOptions.Compatible with { Limits = ScriptLimits.Default with { Output = 6 } }));

    [Fact]
    public void A_cancelled_render_stops()
    {
        Script script = Script.Parse("{{ for i in 1..900; i; end }}", "long.sbn", ScriptOptions.Compatible);
        Assert.ThrowsAny<OperationCanceledException>(() => script.Render(new ScriptObject(), ScriptContext.Nothing, new CancellationToken(canceled: true)));
    }
}
