using System.Diagnostics;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Writ.Scripting;

namespace Writ.Benchmarks;

/// <summary>Parse and render of a 60-line writ template. Goals: parse at most 100 µs, render at most 130 µs.</summary>
[MemoryDiagnoser]
public class ScriptingBenchmarks
{
    private readonly ScriptContext context = new(new Dictionary<string, string> { ["party"] = "<p>{{ $1.name }}（{{ $1.id | cn.mask_id }}）</p>" }) { Now = new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.FromHours(8)) };
    private readonly ScriptObject model;
    private readonly Script script;

    public ScriptingBenchmarks()
    {
        using JsonDocument document = JsonDocument.Parse(Data);
        model = ((ScriptObject)ScriptValue.FromJson(document.RootElement)).Freeze();
        script = Parse();
    }

    [Benchmark]
    public Script Parse() => Script.Parse(Template, "decision.sbn", ScriptOptions.Strict);

    [Benchmark]
    public string Render() => script.Render(model, context).Text;

    /// <summary>Medians of many calls, without the harness: <c>--quick scripting</c>.</summary>
    public static void Quick(TextWriter output)
    {
        ScriptingBenchmarks bench = new();
        output.WriteLine($"template: {Template.Count(static c => c == '\n')} lines, {Template.Length} characters; output {bench.Render().Length} characters");
        Measure(output, "parse", 100, () => bench.Parse());
        Measure(output, "render", 130, () => bench.Render());
    }

    private static void Measure(TextWriter output, string name, int goal, Action act)
    {
        const int Warm = 3000;
        const int Rounds = 2001;
        for (int i = 0; i < Warm; i++)
            act();
        double[] times = new double[Rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            act();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        Array.Sort(times);
        output.WriteLine($"{name}: median {times[Rounds / 2]:F1} µs (goal {goal}), p95 {times[Rounds * 95 / 100]:F1} µs, {bytes} bytes allocated");
    }

    private const string Data = """
        {"bureau":{"name":"通化市市场监督管理局","prefix":"通市监处罚"},"number":12,"date":"2026-03-05","urgent":false,"note":"第一行\n第二行 <附>","fine":12000.50,
         "parties":[{"name":"张三","id":"220502199001011234","kind":"person"},{"name":"通化某某食品有限公司","id":"91220500MA0Y1234XX","kind":"company"}],
         "officers":[{"name":"李四","card":"2205001"},{"name":"王五","card":"2205002"}],
         "facts":[{"on":"2026-01-10","text":"当事人销售超过保质期的食品。","exhibits":["1","2"]},{"on":"2026-01-12","text":"执法人员现场检查。","exhibits":[]},{"on":"2026-01-20","text":"当事人陈述申辩 & 签字。","exhibits":["3"]}],
         "items":[{"name":"糕点","count":12,"price":5.50},{"name":"饮料","count":30,"price":3.00},{"name":"罐头","count":4,"price":12.25}]}
        """;

    private const string Template = """
        {{~ func money(x); ret x | math.format 'N2'; end ~}}
        {{~ total = 0.0m ~}}
        <writ title="行政处罚决定书" lang="zh-CN">
          <page-footer>
            <p>第<page-number/>页 共<page-count/>页</p>
          </page-footer>
          <h1>{{ bureau.name }}</h1>
          <h1>行政处罚决定书</h1>
          <p class="number">{{ cn.document_number bureau.prefix 2026 number }}</p>
          {{~ if urgent ~}}
          <p>急件</p>
          {{~ end ~}}
          <h2>当事人</h2>
          {{~ for p in parties ~}}
          {{ include 'party' p }}
          <p>{{ for.index + 1 }}. {{ if p.kind == 'person' }}自然人{{ else }}单位{{ end }}{{ if !for.last }}；{{ else }}。{{ end }}</p>
          {{~ end ~}}
          <h2>执法人员</h2>
          <ul>
          {{~ for o in officers ~}}
            <li>{{ o.name }}（{{ o.card }}）</li>
          {{~ end ~}}
          </ul>
          <h2>事实</h2>
          {{~ for f in facts ~}}
          <p>{{ cn.date f.on }}：{{ f.text }}{{ if f.exhibits.size > 0 }}（证据 {{ f.exhibits | array.join '、' }}）{{ end }}</p>
          {{~ end ~}}
          <table>
            <cols widths="60mm 1* 1*"/>
            <tr><th>品名</th><th>数量</th><th>单价</th></tr>
            {{~ for i in items ~}}
            {{~ total = total + i.count * i.price ~}}
            <tr>
              <td>{{ i.name }}</td>
              <td>{{ i.count }}</td>
              <td>{{ money i.price }}</td>
            </tr>
            {{~ end ~}}
          </table>
          <p>货值金额 {{ money total }} 元。</p>
          {{~ case parties.size ~}}
          {{~ when 1 ~}}
          <p>一名当事人。</p>
          {{~ else ~}}
          <p>{{ parties | array.map 'name' | array.join '、' }}</p>
          {{~ end ~}}
          {{~ capture basis ~}}
          依据《中华人民共和国食品安全法》第一百二十四条，
          {{~ end ~}}
          <p>{{ basis | string.strip | raw }}决定：罚款人民币{{ cn.amount fine }}元（大写：{{ cn.amount_capital fine }}）。</p>
          <p>{{ note | html.newline_to_br }}</p>
          <div class="foot">
            <p>{{ bureau.name | string.upcase }}</p>
            <p>{{ cn.date date }}</p>
            <p>{{ cn.date_capital date }}</p>
          </div>
          <slot name="party" part="ink"/>
          <p>本文书一式三份。</p>
        </writ>

        """;
}
