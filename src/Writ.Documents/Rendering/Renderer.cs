using System.Collections.Frozen;
using Writ.Documents.Rendering;
using Writ.Scripting;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>
/// The road from checked case data to an unsealed document: script → manuscript → layout → PDF/A-3a.
/// Pure and synchronous; packs, styles and fonts are parsed once and shared. Same data, same clock: same bytes.
/// </summary>
public sealed class Renderer
{
    private readonly FontLibrary fonts;
    private readonly FrozenDictionary<string, Look> looks;

    /// <exception cref="StyleSheetException">A pack's style sheet is wrong.</exception>
    public Renderer(PackLibrary packs, FontLibrary fonts)
    {
        this.fonts = fonts;
        looks = packs.Packs.ToFrozenDictionary(pack => pack.Id, Look.Of, StringComparer.Ordinal);
    }

    public FontLibrary Fonts => fonts;

    /// <summary>Renders as far as <paramref name="stop"/>.</summary>
    /// <param name="now">The time printed into the document's metadata, in the bureau's zone; counts to the second.</param>
    /// <param name="cancel">Looked at all along the road: a caller who has left, or whose time is up, costs no more.</param>
    /// <exception cref="OperationCanceledException">Nobody waits for the document any more.</exception>
    public RenderResult Render(CheckedData data, DateTimeOffset now, RenderStop stop = RenderStop.Pdf, CancellationToken cancel = default)
    {
        var issued = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), now.Offset);
        var problems = new List<Problem>();
        if (Write(data, issued, problems, cancel) is not { } written) return new RenderResult(null, problems);
        var writ = new RenderedWrit(data, issued, "", written.Text, null, default);
        if (stop == RenderStop.Manuscript) return new RenderResult(writ, problems);

        var layout = Lay(data, written, problems, cancel);
        if (layout is null) return new RenderResult(null, problems);
        writ = writ with { Layout = layout };
        if (stop == RenderStop.Layout) return new RenderResult(writ, problems);

        var file = Paper.Write(layout, data, written, issued, problems, cancel);
        return new RenderResult(file is null ? null : writ with { DocumentId = file.Identity.DocumentId, Pdf = file.Bytes }, problems);
    }

    private static WrittenManuscript? Write(CheckedData data, DateTimeOffset issued, List<Problem> problems, CancellationToken cancel)
    {
        try
        {
            return data.Pack.Write(data, issued, cancel);
        }
        catch (ScriptException fault)
        {
            problems.Add(new Problem("script-failed", "$", new Bilingual($"模板脚本出错：{fault.Message}", $"The template's script failed: {fault.Message}")));
            return null;
        }
    }

    private Layout? Lay(CheckedData data, WrittenManuscript written, List<Problem> problems, CancellationToken cancel)
    {
        try
        {
            var result = looks[data.Pack.Id].Lay(Manuscript.Read(written.Text), fonts, data.Images, LayoutLimits.Default with { Cancellation = cancel });
            foreach (var problem in result.Problems)
            {
                var path = problem.Character is { } character ? CharacterSearch.Find(data.Data, character) : "$";
                problems.Add(new Problem(problem.Code, path, Located(problem.Chinese, problem.English, written, problem.Location)));
            }
            return result.Layout is { } layout && data.Derivation is { } derivation ? DisclosureMark.Place(layout, derivation, fonts) : result.Layout;
        }
        catch (ManuscriptException fault)
        {
            problems.Add(new Problem("manuscript-malformed", "$", Located(fault.ChineseText, fault.Message, written, fault.Location)));
            return null;
        }
    }

    private static Bilingual Located(string zh, string en, WrittenManuscript written, ManuscriptLocation location)
    {
        var place = written.PlaceOf(location);
        return new Bilingual($"{zh}（{place}）", $"{en} ({place})");
    }
}
