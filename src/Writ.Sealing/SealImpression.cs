using Writ.Pdf;

namespace Writ.Sealing;

/// <summary>One glyph of the text on an impression.</summary>
/// <param name="Glyph">Index in the font that is handed in.</param>
/// <param name="Text">What it stands for.</param>
public readonly record struct ImpressionGlyph(ushort Glyph, string Text);

/// <summary>
/// The visible mark of a seal as form XObjects: the bureau's own picture, or a drawn development seal (circle, star, name on the arc);
/// and the slices of a cross-page seal (骑缝章). Units are points in the form's own space, origin bottom left.
/// </summary>
public static class SealImpression
{
    // Bézier circle: 4/3 · (√2 − 1)
    private const double Kappa = 0.5522847498;

    /// <summary>The bureau's own impression, PNG with alpha or JPEG, fitted into the box and centred.</summary>
    /// <exception cref="PdfFormatException">The picture cannot stand in an archival document.</exception>
    public static PdfReference Picture(ObjectWriter writer, PdfBox box, ReadOnlyMemory<byte> image)
    {
        var picture = ImageXObject.Write(writer, image);
        var scale = Math.Min(box.Width / picture.Width, box.Height / picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        var content = new ContentWriter();
        content.Save();
        content.Transform(width, 0, 0, height, (box.Width - width) / 2, (box.Height - height) / 2);
        content.Draw(picture.Reference);
        content.Restore();
        return FormXObject.Write(writer, new PdfBox(0, 0, box.Width, box.Height), content);
    }

    /// <summary>A drawn round seal for development: red rim, star, the bureau's name on the upper arc, the watermark (测试) below the star.</summary>
    /// <param name="font">Its glyphs are marked as used here; the caller writes it afterwards.</param>
    public static PdfReference Drawn(ObjectWriter writer, PdfBox box, CompositeFont font, IReadOnlyList<ImpressionGlyph> name, IReadOnlyList<ImpressionGlyph> watermark)
    {
        var radius = Math.Min(box.Width, box.Height) / 2;
        var content = new ContentWriter();
        content.Save();
        content.Transform(1, 0, 0, 1, box.Width / 2, box.Height / 2); // the centre is the origin
        content.StrokeColor(0.85, 0.05, 0.05);
        content.FillColor(0.85, 0.05, 0.05);
        Rim(content, radius);
        Star(content, radius * 0.3);
        Arc(content, font, name, radius);
        Below(content, font, watermark, radius);
        content.Restore();
        return FormXObject.Write(writer, new PdfBox(0, 0, box.Width, box.Height), content);
    }

    /// <summary>One vertical slice of an impression for each page; laid edge to edge they are whole again.</summary>
    public static IReadOnlyList<PdfReference> Slices(ObjectWriter writer, PdfReference impression, PdfBox box, int pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        var width = box.Width / pages;
        var slices = new PdfReference[pages];
        for (var page = 0; page < pages; page++)
        {
            var content = new ContentWriter();
            content.Save();
            content.Transform(1, 0, 0, 1, -page * width, 0);
            content.Draw(impression);
            content.Restore();
            slices[page] = FormXObject.Write(writer, new PdfBox(0, 0, width, box.Height), content); // /BBox clips (ISO 32000-2, 8.10.1)
        }
        return slices;
    }

    private static void Rim(ContentWriter content, double radius)
    {
        var line = radius * 0.06;
        var r = radius - line / 2;
        var k = r * Kappa;
        content.LineWidth(line);
        content.MoveTo(r, 0);
        content.CurveTo(r, k, k, r, 0, r);
        content.CurveTo(-k, r, -r, k, -r, 0);
        content.CurveTo(-r, -k, -k, -r, 0, -r);
        content.CurveTo(k, -r, r, -k, r, 0);
        content.ClosePath();
        content.Stroke();
    }

    private static void Star(ContentWriter content, double radius)
    {
        var inner = radius * 0.381966; // (3 − √5) / 2: the pentagram
        for (var i = 0; i < 10; i++)
        {
            var r = i % 2 == 0 ? radius : inner;
            var angle = Math.PI / 2 + i * Math.PI / 5;
            var (x, y) = (r * Math.Cos(angle), r * Math.Sin(angle));
            if (i == 0)
                content.MoveTo(x, y);
            else
                content.LineTo(x, y);
        }
        content.ClosePath();
        content.Fill();
    }

    /// <summary>Glyphs upright on the rim, from left to right over the top, in at most 250 degrees.</summary>
    private static void Arc(ContentWriter content, CompositeFont font, IReadOnlyList<ImpressionGlyph> name, double radius)
    {
        if (name.Count == 0)
            return;
        var size = Math.Min(radius * 0.3, radius * 0.62 * (250 * Math.PI / 180) / name.Count);
        var baseline = radius * 0.9 - size * 0.9;
        var step = name.Count == 1 ? 0 : Math.Min(250 * Math.PI / 180 / (name.Count - 1), size * 1.25 / baseline);
        for (var i = 0; i < name.Count; i++)
        {
            var turn = (name.Count - 1) / 2.0 * step - i * step; // left of the top is positive
            Glyph(content, font, name[i], size, turn, baseline);
        }
    }

    private static void Below(ContentWriter content, CompositeFont font, IReadOnlyList<ImpressionGlyph> text, double radius)
    {
        var size = radius * 0.24;
        content.BeginText();
        content.Font(font, size);
        for (var i = 0; i < text.Count; i++)
        {
            font.Use(text[i].Glyph, text[i].Text);
            content.TextPosition((i - text.Count / 2.0) * size, -radius * 0.62);
            content.Show([text[i].Glyph]);
        }
        content.EndText();
    }

    private static void Glyph(ContentWriter content, CompositeFont font, ImpressionGlyph glyph, double size, double turn, double baseline)
    {
        font.Use(glyph.Glyph, glyph.Text);
        var half = font.Width(glyph.Glyph) / 1000 * size / 2;
        var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
        content.BeginText();
        content.Font(font, size);
        // Rotated about the centre, then up to the baseline and half a glyph to the left.
        content.TextMatrix(cos, sin, -sin, cos, -half * cos - baseline * sin, -half * sin + baseline * cos);
        content.Show([glyph.Glyph]);
        content.EndText();
    }
}
