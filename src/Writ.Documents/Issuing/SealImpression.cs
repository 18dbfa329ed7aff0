using Writ.Pdf;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>
/// What a seal leaves on the page (印模): the bureau's own picture, or a drawn round seal with a star and the bureau's name on the arc.
/// The drawn one is for development and says so across its middle.
/// </summary>
public sealed class SealImpression
{
    /// <summary>Diameter of a municipal organ's round seal: 42 mm.</summary>
    public const double Diameter = 42 * 72 / 25.4;

    private const double RingWidth = 0.027;
    private const double StarRadius = 0.17;
    private const double ArcRadius = 0.375;
    private const double WidestStep = 24;
    private const double LongestArc = 280;
    private readonly PreparedImage? picture;
    private readonly PdfStream? drawing;

    private SealImpression(PreparedImage? picture, PdfStream? drawing)
    {
        this.picture = picture;
        this.drawing = drawing;
    }

    /// <summary>The bureau's own impression: a PNG, transparent around the red.</summary>
    /// <exception cref="PdfFormatException">The picture cannot stand in an archival document.</exception>
    public static SealImpression OfPicture(ReadOnlyMemory<byte> png) => new(PreparedImage.Read(png), null);

    /// <summary>A drawn seal for development, marked 测试.</summary>
    public static SealImpression ForDevelopment(string name, FontLibrary fonts)
    {
        var content = new ContentWriter();
        DrawSeal(content, name, fonts.Chain("song", bold: true));
        return new SealImpression(null, FormXObject.Prepare(Diameter, Diameter, content));
    }

    /// <summary>Makes it an object of the document, once for all the places it is pressed on.</summary>
    internal Imprint Write(ObjectWriter writer)
    {
        if (picture is null) return new Imprint(writer.Write(drawing!), 1, 1);
        return new Imprint(picture.Write(writer));
    }

    private static void DrawSeal(ContentWriter content, string name, FontChain faces)
    {
        const double diameter = Diameter, x = Diameter / 2, y = Diameter / 2;
        content.FillColor(0.87, 0.09, 0.09);
        content.StrokeColor(0.87, 0.09, 0.09);
        content.LineWidth(diameter * RingWidth);
        Circle(content, x, y, (diameter / 2) - (diameter * RingWidth / 2));
        content.Stroke();
        Star(content, x, y, diameter * StarRadius);
        content.Fill();

        var runes = name.EnumerateRunes().ToArray();
        var step = Math.Min(WidestStep, LongestArc / Math.Max(1, runes.Length));
        var radius = diameter * ArcRadius;
        var wide = radius * step * Math.PI / 180 * 0.92;
        var high = Math.Min(wide * 1.35, diameter * 0.155);
        for (var i = 0; i < runes.Length; i++)
        {
            // From the left over the top to the right; every character stands with its foot towards the star.
            var turn = ((runes.Length - 1) / 2.0 - i) * step * Math.PI / 180;
            Place(content, faces, runes[i].Value, x - (radius * Math.Sin(turn)), y + (radius * Math.Cos(turn)), turn, Math.Min(wide, high), high);
        }
        var mark = diameter * 0.075;
        Place(content, faces, '测', x - (mark * 0.6), y - (diameter * 0.29), 0, mark, mark);
        Place(content, faces, '试', x + (mark * 0.6), y - (diameter * 0.29), 0, mark, mark);
    }

    /// <summary>Fills a character whose em square of <paramref name="wide"/> × <paramref name="high"/> is centred at a point and turned.</summary>
    private static void Place(ContentWriter content, FontChain faces, int codePoint, double x, double y, double turn, double wide, double high)
    {
        if (faces.Resolve(codePoint) is not { } glyph) return;
        double scaleX = wide / glyph.Face.UnitsPerEm, scaleY = high / glyph.Face.UnitsPerEm;
        double sine = Math.Sin(turn), cosine = Math.Cos(turn);
        var middleY = 0.38 * glyph.Face.UnitsPerEm;
        var middleX = glyph.Face.AdvanceOf(glyph.Glyph) / 2.0;
        double penX = 0, penY = 0;
        foreach (var step in glyph.Face.OutlineOf(glyph.Glyph).Segments)
        {
            var (toX, toY) = At(step.X, step.Y);
            switch (step.Kind)
            {
                case OutlineSegmentKind.Move: content.MoveTo(toX, toY); break;
                case OutlineSegmentKind.Line: content.LineTo(toX, toY); break;
                case OutlineSegmentKind.Quadratic:
                    var (qx, qy) = At(step.X1, step.Y1);
                    content.CurveTo(penX + ((qx - penX) * 2 / 3), penY + ((qy - penY) * 2 / 3), toX + ((qx - toX) * 2 / 3), toY + ((qy - toY) * 2 / 3), toX, toY);
                    break;
                case OutlineSegmentKind.Cubic:
                    var (cx, cy) = At(step.X1, step.Y1);
                    var (dx, dy) = At(step.X2, step.Y2);
                    content.CurveTo(cx, cy, dx, dy, toX, toY);
                    break;
                case OutlineSegmentKind.Close: content.ClosePath(); continue;
                default: throw new ArgumentOutOfRangeException(nameof(codePoint));
            }
            (penX, penY) = (toX, toY);
        }
        content.Fill();

        (double X, double Y) At(double unitX, double unitY)
        {
            double left = (unitX - middleX) * scaleX, up = (unitY - middleY) * scaleY;
            return (x + (left * cosine) - (up * sine), y + (left * sine) + (up * cosine));
        }
    }

    private static void Circle(ContentWriter content, double x, double y, double radius)
    {
        // Four cubic curves; the control points lie 4/3·(√2−1) of the radius off.
        var bend = radius * 0.5522847498;
        content.MoveTo(x + radius, y);
        content.CurveTo(x + radius, y + bend, x + bend, y + radius, x, y + radius);
        content.CurveTo(x - bend, y + radius, x - radius, y + bend, x - radius, y);
        content.CurveTo(x - radius, y - bend, x - bend, y - radius, x, y - radius);
        content.CurveTo(x + bend, y - radius, x + radius, y - bend, x + radius, y);
        content.ClosePath();
    }

    private static void Star(ContentWriter content, double x, double y, double radius)
    {
        for (var i = 0; i < 10; i++)
        {
            // The inner points of a five-pointed star lie at 0.382 of its radius.
            var length = i % 2 == 0 ? radius : radius * 0.381966;
            var angle = (Math.PI / 2) + (i * Math.PI / 5);
            if (i == 0) content.MoveTo(x + (length * Math.Cos(angle)), y + (length * Math.Sin(angle)));
            else content.LineTo(x + (length * Math.Cos(angle)), y + (length * Math.Sin(angle)));
        }
        content.ClosePath();
    }
}
