using System.Net;
using System.Text;

namespace Writ.Cli;

/// <summary>The index of a comparison: each changed example with its text and its pages, before and after.</summary>
internal sealed class ComparisonPage
{
    private const int Context = 3;
    private readonly StringBuilder html = new();

    public ComparisonPage(string against) => html.Append($$"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>模板变更对比</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1f2328; }
        pre { background: #f6f8fa; padding: .75rem; overflow: auto; }
        .removed { background: #ffebe9; } .added { background: #dafbe1; }
        .pages { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } img { width: 100%; border: 1px solid #d0d7de; } .same img { opacity: .45; }
        </style></head><body><h1>模板变更对比</h1><p>对照 · against: {{Html(against)}}</p>

        """);

    public void Add(string title, RenderedExample? before, RenderedExample? after, IReadOnlyList<ComparedLine> lines)
    {
        html.Append($"<h2>{Html(title)}</h2>\n");
        foreach ((string side, RenderedExample? example) in new[] { ("变更前 · before", before), ("变更后 · after", after) })
            html.Append(example switch
            {
                null => $"<p>{side}：没有这个示例 · there is no such example</p>\n",
                { Problems: { Count: > 0 } problems } => $"<p>{side}：不能生成 · not rendered</p><pre>{Html(string.Join('\n', problems))}</pre>\n",
                _ => "",
            });
        if (lines.All(line => line.Fate == LineFate.Same))
            html.Append("<p>文字相同 · the text is the same</p>\n");
        else
            Text(lines);
    }

    public void AddPages(IReadOnlyList<(string? Before, string? After, bool Same)> pages)
    {
        foreach ((string? before, string? after, bool same) in pages)
            html.Append($"<div class=\"pages{(same ? " same" : "")}\">{Picture(before, "变更前")}{Picture(after, "变更后")}</div>\n");
    }

    public void Say(string zh, string en) => html.Append($"<p>{Html(zh)} · {Html(en)}</p>\n");

    public string End() => html.Append("</body></html>\n").ToString();

    private void Text(IReadOnlyList<ComparedLine> lines)
    {
        html.Append("<pre>");
        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (!Enumerable.Range(Math.Max(0, i - Context), Math.Min(lines.Count, i + Context + 1) - Math.Max(0, i - Context)).Any(near => lines[near].Fate != LineFate.Same))
                continue;
            if (i != last + 1)
                html.Append("…\n");
            last = i;
            html.Append(lines[i].Fate switch
            {
                LineFate.Removed => $"<span class=\"removed\">- {Html(lines[i].Text)}</span>\n",
                LineFate.Added => $"<span class=\"added\">+ {Html(lines[i].Text)}</span>\n",
                _ => $"  {Html(lines[i].Text)}\n",
            });
        }
        html.Append("</pre>\n");
    }

    private static string Picture(string? file, string label) => file is null ? "<div></div>" : $"<figure><figcaption>{label}</figcaption><img src=\"{Html(file)}\" alt=\"{label}\"></figure>";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
