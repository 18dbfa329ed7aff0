using Writ.Pdf;
using Writ.Typesetting;

namespace Writ.Documents.Rendering;

/// <summary>Writes a layout as an archival file (PDF/A-3a, PDF/UA-1) whose form already holds every field that later revisions may fill.</summary>
internal sealed class Paper
{
    private const string Producer = "WritService";
    private readonly Layout layout;
    private readonly CheckedData data;
    private readonly WrittenManuscript written;
    private readonly DateTimeOffset issued;
    private readonly List<Problem> problems;
    private readonly ArchivalDocument document;
    private readonly WritIdentity identity;
    private readonly byte[] canonicalData;
    private readonly SlotBook slots;
    private readonly Dictionary<string, ImageXObject> pictures = new(StringComparer.Ordinal);
    private readonly List<string> edges = [];
    private bool issuerPlaced;

    private Paper(Layout layout, CheckedData data, WrittenManuscript written, DateTimeOffset issued, List<Problem> problems)
    {
        this.layout = layout;
        this.data = data;
        this.written = written;
        this.issued = issued;
        this.problems = problems;
        canonicalData = CanonicalJson.Write(data.Data);
        identity = Identity.Of(data, canonicalData, issued);
        document = new ArchivalDocument(new DocumentIdentity(data.Derivation is { } derived ? $"{layout.Title}（{derived.Title}）" : layout.Title, layout.Language, issued, Producer, data.Profile.BureauName, data.Pack.Name.Zh, identity));
        slots = SlotBook.Of(layout, data.Pack, problems);
    }

    /// <summary>The file, or null with what it breaches in <paramref name="problems"/>.</summary>
    public static PaperFile? Write(Layout layout, CheckedData data, WrittenManuscript written, DateTimeOffset issued, List<Problem> problems, CancellationToken cancel)
    {
        var file = new Paper(layout, data, written, issued, problems).Run(cancel);
        return problems.Exists(problem => problem.Severity == Severity.Error) ? null : file;
    }

    private PaperFile Run(CancellationToken cancel)
    {
        var faces = FaceTable.Embed(layout.Pages.SelectMany(page => page.Items).OfType<GlyphRun>(), document.Font);
        var elements = TagTree.Write(layout, document.Structure);
        for (var index = 0; index < layout.Pages.Length; index++)
        {
            cancel.ThrowIfCancellationRequested();
            WritePage(index, faces, elements);
        }
        document.Attach(new AssociatedFile(WritRecord.CaseDataFileName, "application/json", canonicalData, FileRelationship.Source, issued, "案情数据 (case data)"));
        document.Attach(new AssociatedFile(WritRecord.FileName, "application/json", WritRecord.Write(identity, data.Pack, issued, slots.Slots), FileRelationship.Supplement, issued, "文书说明 (what the document is)"));
        var bytes = document.Finish();
        foreach (var violation in document.Conformance.Violations)
        {
            var place = violation.Location is ManuscriptLocation at ? written.PlaceOf(at) : data.Pack.Id;
            problems.Add(new Problem("archive-format-violated", "$", new Bilingual(
                $"不符合 {violation.Clause}：{violation.Message}（{place}）", $"{violation.Clause}: {violation.Message} ({place})"), violation.Clause));
        }
        return new PaperFile(bytes, identity);
    }

    private void WritePage(int index, FaceTable faces, StructureElement[] elements)
    {
        var page = layout.Pages[index];
        var paper = document.AddPage(page.Width, page.Height);
        var painter = new PagePainter(page, paper, faces, elements, Image);
        foreach (var item in page.Items)
        {
            document.Conformance.At(item.Tag >= 0 ? layout.Structure[item.Tag].Location : null);
            switch (item)
            {
                case SlotPlace place: PlaceSlot(place, paper, painter, elements); break;
                case SealPlace place: PlaceSeal(place, index, paper, painter, elements); break;
                default: painter.Paint(item); break;
            }
        }
        painter.End();
        // Fields of no area stand on the last page: a seal nobody sees, and one for each slot's attestation.
        if (index == layout.Pages.Length - 1) PlaceUnseen(paper);
        paper.Close();
    }

    private void PlaceSlot(SlotPlace place, ArchivalPage paper, PagePainter painter, StructureElement[] elements)
    {
        var box = painter.Box(place.X, place.Y, place.Width, place.Height);
        paper.AddField(new FormField(FormFieldKind.Text, slots.Enter(place), $"{slots[place.Name].Declaration.Label.Zh}（{PartTitle(place.Part)}）", box) { Multiline = place.Part == SlotPart.Text }, elements[place.Tag]);
    }

    private void PlaceSeal(SealPlace place, int index, ArchivalPage paper, PagePainter painter, StructureElement[] elements)
    {
        var box = painter.Box(place.X, place.Y, place.Width, place.Height);
        if (place.Parts > 1)
        {
            var name = FieldNames.Edge(index + 1);
            edges.Add(name);
            // The layout leaves the strip to us; every widget of a tagged document has an element, and a paragraph to itself.
            var strip = document.Structure.Add(document.Structure.Add(elements[0], "P"), "Form");
            paper.AddField(new FormField(FormFieldKind.Text, name, $"骑缝章第{place.Part + 1}部分", box), strip);
            return;
        }
        if (issuerPlaced) throw new InvalidOperationException("A writ has one issuing seal.");
        issuerPlaced = true;
        paper.AddField(new FormField(FormFieldKind.Signature, FieldNames.Issuer, $"{data.Profile.BureauName}印章", box), elements[place.Tag]);
    }

    private void PlaceUnseen(ArchivalPage paper)
    {
        if (!issuerPlaced) paper.AddUnseenSeal(FieldNames.Issuer, "出具文书的电子签章", null);
        foreach (var slot in slots.Slots)
        {
            var name = FieldNames.Seal(slot.Number);
            paper.AddUnseenSeal(name, $"{slot.Declaration.Label.Zh}签署记录的电子签章", new FieldLock(LockAction.Include, [.. slot.Fields, name]));
        }
        // The strips of an edge seal are among them: the closing seal writes their appearances once more, see Closing.
        var all = slots.Slots.Select(slot => FieldNames.Seal(slot.Number)).Prepend(FieldNames.Issuer).Append(FieldNames.Close).Concat(edges);
        paper.AddUnseenSeal(FieldNames.Close, "结束文书的电子签章", new FieldLock(LockAction.Include, [.. all]));
    }

    private ImageXObject Image(Picture picture)
    {
        if (!pictures.TryGetValue(picture.Source, out var image))
            pictures.Add(picture.Source, image = ImageXObject.Write(document.Writer, picture.File));
        return image;
    }

    private static string PartTitle(SlotPart part) => part switch
    {
        SlotPart.Text => "文字",
        SlotPart.Date => "日期",
        _ => "签名或者捺印",
    };
}
