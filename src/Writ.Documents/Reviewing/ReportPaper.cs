using Writ.Documents.Rendering;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>A report as an archival file (PDF/A-3a, PDF/UA-1), set by the same road as a writ: for the dossier. It is not sealed.</summary>
public static class ReportPaper
{
    private const string Producer = "WritService";

    private static readonly Lazy<StyleSheet> Style = new(() => StyleSheet.Combine([StyleSheet.Parse(ReportManuscript.Style)]));

    /// <param name="file">Name of the document; only repeated.</param>
    /// <param name="at">The time of the examination.</param>
    public static byte[] Write(string file, ReadOnlySpan<byte> document, Report report, WritReview? review, DateTimeOffset at, FontLibrary fonts)
    {
        var manuscript = Manuscript.Read(new ReportManuscript(fonts).Write(file, document, report, review, at));
        var result = Typesetter.Lay(manuscript, Style.Value, fonts, new Dictionary<string, ReadOnlyMemory<byte>>(), LayoutLimits.Default);
        var layout = result.Layout ?? throw new InvalidOperationException(string.Join('\n', result.Problems.Select(problem => problem.English)));
        var issued = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);
        var paper = new ArchivalDocument(new DocumentIdentity(layout.Title, layout.Language, issued, Producer));
        var faces = FaceTable.Embed(layout.Pages.SelectMany(page => page.Items).OfType<GlyphRun>(), paper.Font);
        var elements = TagTree.Write(layout, paper.Structure);
        foreach (var page in layout.Pages)
        {
            var sheet = paper.AddPage(page.Width, page.Height);
            var painter = new PagePainter(page, sheet, faces, elements, picture => throw new InvalidOperationException($"A report has no picture {picture.Source}."));
            foreach (var item in page.Items) painter.Paint(item);
            painter.End();
            sheet.Close();
        }
        var bytes = paper.Finish();
        return paper.Conformance.Violations.Count == 0 ? bytes : throw new InvalidOperationException(string.Join('\n', paper.Conformance.Violations.Select(violation => $"{violation.Clause}: {violation.Message}")));
    }
}
