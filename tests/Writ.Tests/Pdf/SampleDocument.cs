using System.Text;
using Writ.Pdf;

namespace Writ.Tests.Pdf;

/// <summary>A document with one of everything the writing door offers, by the recipe for later revisions: fields with locks, labels beside forms, data attached.</summary>
internal static class SampleDocument
{
    public static readonly DateTimeOffset Clock = new(2026, 4, 12, 9, 30, 0, TimeSpan.FromHours(8));

    public static readonly DocumentIdentity Identity = new("询问笔录", "zh-CN", Clock, "WritService", "通化市市场监督管理局", Writ:
        new WritIdentity("doc-1", "xunwen-bilu", "1.0.0", new string('a', 64), new string('b', 64), "default"));

    public static byte[] Write(int pages = 1) => Compose(pages).Finish();

    public static ArchivalDocument Compose(int pages = 1)
    {
        var document = new ArchivalDocument(Identity);
        var font = document.Font(TinyFont.Program());
        font.Use(1, "询");
        font.Use(2, "𠮷");
        font.Use(3, "问答");
        var root = document.Structure.Add(null, "Document");
        var picture = ImageXObject.Write(document.Writer, Pictures.Png(6, 2, 2));
        for (var number = 1; number <= pages; number++)
        {
            var page = document.AddPage(595.28, 841.89);
            var content = page.Content;
            content.BeginArtifact(ArtifactKind.Pagination);
            content.LineWidth(0.75);
            content.MoveTo(80, 60);
            content.LineTo(515, 60);
            content.Stroke();
            content.EndMarked();
            Text(page, document.Structure.Add(root, number == 1 ? "H1" : "P"), font, 700, [1, 2, 3], [0, 18.5, 32]);
            Table(document, page, root, font);
            var figure = document.Structure.Add(root, "Figure");
            figure.AlternateText = "印章";
            page.BeginMarked(figure);
            content.Save();
            content.Transform(60, 0, 0, 60, 300, 300);
            content.Draw(picture.Reference);
            content.Restore();
            content.EndMarked();
            Fields(document, page, root, font, number);
            page.Close();
        }
        document.AddHiddenField("A01_data", "签署数据");
        document.Attach(new AssociatedFile("case-data.json", "application/json", Encoding.UTF8.GetBytes("{\"案号\":\"1\"}"), FileRelationship.Data, Clock, "案情数据"));
        return document;
    }

    private static void Text(ArchivalPage page, StructureElement element, CompositeFont font, double y, ushort[] glyphs, double[] offsets)
    {
        page.BeginMarked(element);
        page.Content.BeginText();
        page.Content.Font(font, 16);
        page.Content.TextPosition(80, y);
        page.Content.Show(glyphs, offsets);
        page.Content.EndText();
        page.Content.EndMarked();
    }

    private static void Table(ArchivalDocument document, ArchivalPage page, StructureElement root, CompositeFont font)
    {
        var table = document.Structure.Add(root, "Table");
        var row = document.Structure.Add(table, "TR");
        var header = document.Structure.Add(row, "TH");
        header.Scope = "Column";
        header.ColumnSpan = 2;
        Text(page, document.Structure.Add(header, "P"), font, 600, [1], [0]);
        var second = document.Structure.Add(table, "TR");
        Text(page, document.Structure.Add(second, "TD"), font, 580, [2], [0]);
        Text(page, document.Structure.Add(second, "TD"), font, 580, [3], [0]);
    }

    private static void Fields(ArchivalDocument document, ArchivalPage page, StructureElement root, CompositeFont font, int number)
    {
        var ink = $"A{number:00}_ink";
        var sign = $"A{number:00}_sig";
        foreach (var (kind, name, y) in new[] { (FormFieldKind.Text, ink, 200.0), (FormFieldKind.Signature, sign, 150.0) })
        {
            var paragraph = document.Structure.Add(root, "P");
            var label = document.Structure.Add(paragraph, "Span");
            Text(page, label, font, y, [1], [0]);
            var form = document.Structure.Add(paragraph, "Form");
            page.AddField(new FormField(kind, name, "被询问人签名", new PdfBox(120, y, 220, y + 30))
            {
                Lock = kind == FormFieldKind.Signature ? new FieldLock(LockAction.Include, [ink, sign]) : null,
            }, form);
        }
    }
}
