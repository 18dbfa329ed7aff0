using System.Collections;
using System.Runtime.InteropServices;
using Writ.Pdf;
using Writ.Typesetting;

namespace Writ.Documents.Rendering;

/// <summary>The faces a layout prints with, each cut down to the glyphs it needs and embedded once.</summary>
internal sealed class FaceTable
{
    private readonly Dictionary<FontFace, EmbeddedFace> faces = new(ReferenceEqualityComparer.Instance);

    private FaceTable()
    {
    }

    /// <summary>Embeds a subset of every face of <paramref name="runs"/>, in order of first use, so that the same layout yields the same bytes.</summary>
    public static FaceTable Embed(IEnumerable<GlyphRun> runs, Func<FontProgram, CompositeFont> embed)
    {
        var order = new List<FontFace>();
        var wanted = new Dictionary<FontFace, BitArray>(ReferenceEqualityComparer.Instance);
        foreach (var run in runs)
        {
            if (!wanted.TryGetValue(run.Face, out var glyphs))
            {
                wanted.Add(run.Face, glyphs = new BitArray(run.Face.GlyphCount));
                order.Add(run.Face);
            }
            foreach (var placed in run.Glyphs) glyphs[placed.Glyph] = true;
        }

        var table = new FaceTable();
        foreach (var face in order)
        {
            var subset = face.Subset(CollectionsMarshal.AsSpan(Set(wanted[face])));
            table.faces.Add(face, new EmbeddedFace(embed(Program(face, subset)), Renumbering(face, subset)));
        }
        return table;
    }

    public EmbeddedFace this[FontFace face] => faces[face];

    private static List<ushort> Set(BitArray bits)
    {
        var glyphs = new List<ushort>();
        for (var glyph = 0; glyph < bits.Length; glyph++)
            if (bits[glyph]) glyphs.Add((ushort)glyph);
        return glyphs;
    }

    private static ushort[] Renumbering(FontFace face, FontSubset subset)
    {
        var map = new ushort[face.GlyphCount];
        for (var glyph = subset.Glyphs.Length - 1; glyph > 0; glyph--) map[subset.Glyphs[glyph]] = (ushort)glyph;
        return map;
    }

    private static FontProgram Program(FontFace face, FontSubset subset)
    {
        double scale = 1000.0 / face.UnitsPerEm;
        var box = new PdfBox(Scaled(face.Bounds.MinX), Scaled(face.Bounds.MinY), Scaled(face.Bounds.MaxX), Scaled(face.Bounds.MaxY));
        var measures = new FontMeasures(Scaled(face.Ascent), Scaled(face.Descent), Scaled(face.CapHeight), box, face.ItalicAngle, face.StemV, face.IsFixedPitch);
        var kind = subset.Kind == FontProgramKind.TrueType ? FontEmbedding.TrueType : FontEmbedding.CffCid;
        return new FontProgram(kind, subset.Program, subset.BaseFont, subset.Widths, measures);

        double Scaled(int units) => Math.Round(units * scale, MidpointRounding.AwayFromZero);
    }
}
