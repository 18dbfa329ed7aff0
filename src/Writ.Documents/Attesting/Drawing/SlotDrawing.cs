using System.Collections.Immutable;
using Writ.Documents.Rendering;
using Writ.Pdf;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>
/// Rewrites the fields of a slot in one revision: a new appearance and a value for each, nothing else.
/// What cannot be set (a missing character, words too long for their place) is found before anything is written.
/// </summary>
internal sealed class SlotDrawing
{
    private const double LargestWords = 10.5;
    // 小六, the smallest size of a form; in a place that was made for ink, words are set smaller before they are refused.
    private const double SmallestWords = 6.5;
    private const double SmallestOverInk = 4.5;
    private const double BesidePart = 0.36;
    // As names stand beside words on paper, however tall the place is.
    private const double TallestBeside = 32;
    // A finger leaves a print about 16 mm wide and 20 mm tall.
    private const double PrintWidth = 16 * 72 / 25.4, PrintHeight = 20 * 72 / 25.4;
    private readonly IReadOnlyList<FieldFilling> fillings;
    private readonly Dictionary<FieldFilling, LetteredText> lettering = [];

    private SlotDrawing(IReadOnlyList<FieldFilling> fillings) => this.fillings = fillings;

    public static SlotDrawing? Prepare(IReadOnlyList<FieldFilling> fillings, FontLibrary fonts, List<Problem> problems)
    {
        var drawing = new SlotDrawing(fillings);
        var faces = fonts.Chain("fangsong");
        var sound = true;
        foreach (var filling in fillings)
        {
            if (filling.Mark is not SlotMark.Words words) continue;
            var room = WordsRoom(filling.Field.Box, words);
            var set = LetteredText.Set(words.Text, faces, room.Width, room.Height, LargestWords, words.Struck ? SmallestOverInk : SmallestWords, centred: words.Text.Length <= 14);
            drawing.lettering.Add(filling, set);
            if (set.Missing is { } missing)
                problems.Add(new Problem("character-unprintable", "$", new Bilingual($"字库中没有字符“{missing}”。", $"No font has the character {missing}.")));
            if (!set.Fits)
                problems.Add(new Problem("words-too-long", "$", new Bilingual(
                    $"“{words.Text}”共 {words.Text.Length} 个字符，签署栏 {filling.Field.Name} 放不下，请精简事由。",
                    $"The {words.Text.Length} characters to be printed do not fit into the place {filling.Field.Name}; shorten the reason.")));
            sound &= set.Missing is null && set.Fits;
        }
        return sound ? drawing : null;
    }

    /// <param name="evidence">Encrypted evidence, hung on the first appearance; empty when the act left none.</param>
    public void Write(IncrementalUpdate update, ReadOnlyMemory<byte> evidence)
    {
        var fonts = new List<CompositeFont>();
        var faces = FaceTable.Embed(lettering.Values.SelectMany(text => text.Runs), program =>
        {
            var font = new CompositeFont(update, program);
            fonts.Add(font);
            return font;
        });
        var kept = evidence.IsEmpty ? null : update.WriteStream(PdfDictionary.Empty, evidence.Span, StreamCoding.AsItIs);
        foreach (var filling in fillings)
        {
            var field = filling.Field;
            var box = new PdfBox(0, 0, field.Box.Width, field.Box.Height);
            var content = new ContentWriter();
            Paint(update, content, filling, box, faces);
            var appearance = FormXObject.Write(update, box, content, (SealedRecord.EvidenceKey, kept));
            kept = null;
            update.Write(field.Reference, field.Dictionary.With("AP", PdfDictionary.Of(("N", appearance))).With("V", PdfString.Text(filling.Value)));
        }
        foreach (var font in fonts) font.Write();
    }

    private void Paint(IncrementalUpdate update, ContentWriter content, FieldFilling filling, PdfBox box, FaceTable faces)
    {
        switch (filling.Mark)
        {
            case SlotMark.Hand hand:
                InkDrawing.Draw(update, content, hand.Ink, box);
                PressOver(update, content, hand, box);
                break;
            case SlotMark.Pressed pressed:
                InkDrawing.DrawPrint(update, content, pressed.Print.Picture, box);
                break;
            case SlotMark.Words words:
                if (words.Struck) Strike(content, box);
                Show(content, lettering[filling], WordsRoom(box, words), box, faces);
                Beside(update, content, words.Beside, box);
                if (words.Print is { } beside) InkDrawing.DrawPrint(update, content, beside.Picture, new PdfBox(box.Right - PrintWidth, Math.Max(0, box.Height - PrintHeight), box.Right, box.Height));
                break;
            case SlotMark.Void:
                Strike(content, box);
                break;
            default:
                throw new ArgumentException("An unknown mark.", nameof(filling));
        }
    }

    /// <summary>Where words stand in a box: all of it, or left of what stands beside them.</summary>
    private static PdfBox WordsRoom(PdfBox box, SlotMark.Words words) => words switch
    {
        { Print: not null } => box with { Right = box.Right - PrintWidth },
        { Beside.IsEmpty: false } => box with { Right = box.Left + (box.Width * (1 - BesidePart)) },
        _ => box,
    };

    private static void Beside(IncrementalUpdate update, ContentWriter content, ImmutableArray<SlotMark.Hand> hands, PdfBox box)
    {
        var (left, height) = (box.Width * (1 - BesidePart), hands.IsEmpty ? 0 : box.Height / hands.Length);
        var spare = Math.Max(0, height - TallestBeside) / 2;
        for (var i = 0; i < hands.Length; i++)
        {
            var row = new PdfBox(left, box.Height - ((i + 1) * height), box.Width, box.Height - (i * height));
            InkDrawing.Draw(update, content, hands[i].Ink, row with { Bottom = row.Bottom + spare, Top = row.Top - spare });
            PressOver(update, content, hands[i], row);
        }
    }

    // Over the end of the name, in its true size where the place is tall enough.
    private static void PressOver(IncrementalUpdate update, ContentWriter content, SlotMark.Hand hand, PdfBox box)
    {
        if (hand.Print is not { } print) return;
        var height = Math.Min(box.Height, PrintHeight);
        var width = Math.Min(height * 1.1, PrintWidth);
        var bottom = box.Bottom + ((box.Height - height) / 2);
        InkDrawing.DrawPrint(update, content, print.Picture, new PdfBox(Math.Max(box.Left, box.Right - width), bottom, box.Right, bottom + height));
    }

    // From the lower left to the upper right, as blanks are voided on paper; light enough to read the words over it.
    private static void Strike(ContentWriter content, PdfBox box)
    {
        content.Save();
        content.StrokeGray(0.62);
        content.LineWidth(0.6);
        content.MoveTo(box.Left + 0.5, box.Bottom + 0.5);
        content.LineTo(box.Right - 0.5, box.Top - 0.5);
        content.Stroke();
        content.Restore();
    }

    private static void Show(ContentWriter content, LetteredText text, PdfBox room, PdfBox box, FaceTable faces)
    {
        content.FillGray(0);
        foreach (var run in text.Runs)
        {
            var face = faces[run.Face];
            var glyphs = new ushort[run.Glyphs.Length];
            var offsets = new double[run.Glyphs.Length];
            var faithful = true;
            for (var i = 0; i < glyphs.Length; i++)
            {
                glyphs[i] = face.Renumbering[run.Glyphs[i].Glyph];
                offsets[i] = run.Glyphs[i].X;
                faithful &= face.Font.Use(glyphs[i], run.Text.AsSpan(run.Glyphs[i].TextStart, run.Glyphs[i].TextLength));
            }
            if (!faithful) content.BeginSpan(run.Text);
            content.BeginText();
            content.Font(face.Font, run.Size);
            content.TextPosition(room.Left - box.Left + run.X, box.Height - run.Baseline);
            content.Show(glyphs, offsets);
            content.EndText();
            if (!faithful) content.EndMarked();
        }
    }
}
