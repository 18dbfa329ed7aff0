using System.Buffers;
using Writ.Pdf;
using Writ.Typesetting;
using PaintedArtifact = Writ.Pdf.ArtifactKind;

namespace Writ.Documents.Rendering;

/// <summary>Paints the items of one page in their order; neighbours of one tag share one stretch of marked content.</summary>
internal sealed class PagePainter(LayoutPage page, ArchivalPage paper, FaceTable faces, IReadOnlyList<StructureElement> elements, Func<Picture, ImageXObject> images)
{
    private const int Unmarked = -2;
    private readonly ContentWriter content = paper.Content;
    private int openTag = Unmarked;
    private Writ.Typesetting.ArtifactKind openArtifact;
    private Tint? fill;
    private Tint? stroke;
    private double lineWidth = -1;

    public void Paint(LayoutItem item)
    {
        switch (item)
        {
            case GlyphRun run: Mark(run); Show(run); break;
            case Line line: Mark(line); Draw(line); break;
            case Shape shape: Mark(shape); Draw(shape); break;
            case Picture picture: Mark(picture); Draw(picture); break;
            case CodePlace code: Mark(code); Draw(code); break;
            default: throw new ArgumentException($"A {item.GetType().Name} is no painted item.", nameof(item));
        }
    }

    /// <summary>Ends the last marked content of the page.</summary>
    public void End()
    {
        if (openTag != Unmarked) content.EndMarked();
        openTag = Unmarked;
    }

    /// <summary>From the layout's top-left, y-down box to the page's bottom-left, y-up one.</summary>
    public PdfBox Box(double x, double y, double width, double height) => new(x, page.Height - y - height, x + width, page.Height - y);

    private void Mark(LayoutItem item)
    {
        if (item.Tag == openTag && item.Artifact == openArtifact) return;
        End();
        openTag = item.Tag;
        openArtifact = item.Artifact;
        if (item.Tag >= 0) paper.BeginMarked(elements[item.Tag]);
        else content.BeginArtifact(item.Artifact == Writ.Typesetting.ArtifactKind.Pagination ? PaintedArtifact.Pagination : PaintedArtifact.Layout);
    }

    private void Show(GlyphRun run)
    {
        var face = faces[run.Face];
        var count = run.Glyphs.Length;
        var glyphs = ArrayPool<ushort>.Shared.Rent(count);
        var offsets = ArrayPool<double>.Shared.Rent(count);
        var faithful = true;
        for (var i = 0; i < count; i++)
        {
            var placed = run.Glyphs[i];
            glyphs[i] = face.Renumbering[placed.Glyph];
            offsets[i] = placed.X;
            faithful &= face.Font.Use(glyphs[i], run.Text.AsSpan(placed.TextStart, placed.TextLength));
        }
        Fill(run.Color);
        // One glyph that stands for two texts can tell only one of them by itself: the run says what it means.
        if (!faithful) content.BeginSpan(run.Text);
        content.BeginText();
        content.Font(face.Font, run.Size);
        content.TextPosition(run.X, page.Height - run.Baseline);
        content.Show(glyphs.AsSpan(0, count), offsets.AsSpan(0, count));
        content.EndText();
        if (!faithful) content.EndMarked();
        ArrayPool<ushort>.Shared.Return(glyphs);
        ArrayPool<double>.Shared.Return(offsets);
    }

    private void Draw(Line line)
    {
        Stroke(line.Color, line.Width);
        content.MoveTo(line.X1, page.Height - line.Y1);
        content.LineTo(line.X2, page.Height - line.Y2);
        content.Stroke();
    }

    private void Draw(Shape shape)
    {
        if (shape.Fill is { } inside) Fill(inside);
        if (shape.Stroke is { } outline) Stroke(outline, shape.Width);
        foreach (var step in shape.Path)
        {
            switch (step.Verb)
            {
                case PathVerb.Move: content.MoveTo(step.X, page.Height - step.Y); break;
                case PathVerb.Line: content.LineTo(step.X, page.Height - step.Y); break;
                case PathVerb.Curve:
                    content.CurveTo(step.ControlX1, page.Height - step.ControlY1, step.ControlX2, page.Height - step.ControlY2, step.X, page.Height - step.Y);
                    break;
                case PathVerb.Close: content.ClosePath(); break;
                default: throw new ArgumentOutOfRangeException(nameof(shape));
            }
        }
        if (shape.Fill is not null && shape.Stroke is not null) content.FillAndStroke();
        else if (shape.Fill is not null) content.Fill();
        else if (shape.Stroke is not null) content.Stroke();
        else content.EndPath();
    }

    private void Draw(Picture picture)
    {
        var box = Box(picture.X, picture.Y, picture.Width, picture.Height);
        Locate(picture, box);
        content.Save();
        content.Transform(box.Width, 0, 0, box.Height, box.Left, box.Bottom);
        content.Draw(images(picture).Reference);
        content.Restore();
    }

    private void Draw(CodePlace code)
    {
        var box = Box(code.X, code.Y, code.Size, code.Size);
        Locate(code, box);
        CodeDrawing.Draw(content, code.Value, box.Left, box.Bottom, code.Size);
        fill = null;
    }

    // ISO 14289-1, 7.3 with ISO 32000-1, 14.8.5.4.3: a figure says where on the page it lies.
    private void Locate(LayoutItem item, PdfBox box)
    {
        if (item.Tag >= 0 && elements[item.Tag].Role == "Figure") elements[item.Tag].Box = box;
    }

    private void Fill(Tint color)
    {
        if (fill == color) return;
        fill = color;
        content.FillColor(color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0);
    }

    private void Stroke(Tint color, double width)
    {
        if (stroke != color) content.StrokeColor(color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0);
        stroke = color;
        if (lineWidth != width) content.LineWidth(width);
        lineWidth = width;
    }
}
