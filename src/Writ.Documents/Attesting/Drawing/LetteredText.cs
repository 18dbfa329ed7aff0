using System.Collections.Immutable;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>Text set into a box, at the largest size at which it fits. Origin at the top left of the box, y down, in pt.</summary>
/// <param name="Missing">The first character no face has; then there are no runs.</param>
/// <param name="Fits">False when it does not fit even at the smallest size; then there are no runs.</param>
internal sealed record LetteredText(ImmutableArray<GlyphRun> Runs, string? Missing, bool Fits)
{
    private const double Leading = 1.16;
    private const double Step = 0.25;
    private const string NeverFirst = "，。、；：？！）》”’】…·/,.;:?!)%";
    // A number is not torn from its 第.
    private const string NeverLast = "（《“‘【(第";

    /// <summary>Sets text, from the top, left-aligned; or in the middle both ways.</summary>
    public static LetteredText Set(string text, FontChain faces, double width, double height, double largest, double smallest, bool centred = false)
    {
        foreach (var rune in text.EnumerateRunes())
            if (faces.Resolve(rune.Value) is null) return new LetteredText([], rune.ToString(), Fits: true);
        for (var size = largest; size >= smallest; size -= Step)
        {
            var lines = Break(text, faces, width / size);
            if (lines is null || lines.Count * size * Leading > height + (0.16 * size)) continue;
            return new LetteredText(Place(lines, faces, size, width, height, centred), null, Fits: true);
        }
        return new LetteredText([], null, Fits: false);
    }

    /// <summary>Lines no wider than <paramref name="ems"/>, or null when one character is.</summary>
    private static List<string>? Break(string text, FontChain faces, double ems)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            int end = start, good = start;
            var used = 0.0;
            while (end < text.Length)
            {
                var length = char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
                used += Advance(text, end, faces);
                if (used > ems) break;
                end += length;
                if (end == text.Length || MayBreak(text, end)) good = end;
            }
            if (end == start) return null;
            if (good == start) good = end;
            lines.Add(text[start..good]);
            start = good;
        }
        return lines;
    }

    private static bool MayBreak(string text, int at)
    {
        char before = text[at - 1], after = text[at];
        if (NeverFirst.Contains(after) || NeverLast.Contains(before)) return false;
        return !(char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after)) && !char.IsLowSurrogate(after);
    }

    private static double Advance(string text, int at, FontChain faces)
    {
        var glyph = faces.Resolve(char.ConvertToUtf32(text, at))!.Value;
        return (double)glyph.Face.AdvanceOf(glyph.Glyph) / glyph.Face.UnitsPerEm;
    }

    private static ImmutableArray<GlyphRun> Place(List<string> lines, FontChain faces, double size, double width, double height, bool centred)
    {
        var runs = ImmutableArray.CreateBuilder<GlyphRun>();
        var pitch = size * Leading;
        var top = centred ? Math.Max(0, (height - (lines.Count * pitch)) / 2) : 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var wide = Width(lines[i], faces) * size;
            AddLine(runs, lines[i], faces, size, centred ? Math.Max(0, (width - wide) / 2) : 0, top + (i * pitch) + (size * 0.9));
        }
        return runs.ToImmutable();
    }

    private static double Width(string line, FontChain faces)
    {
        var width = 0.0;
        for (var at = 0; at < line.Length; at += char.IsHighSurrogate(line[at]) ? 2 : 1) width += Advance(line, at, faces);
        return width;
    }

    private static void AddLine(ImmutableArray<GlyphRun>.Builder runs, string line, FontChain faces, double size, double left, double baseline)
    {
        var at = 0;
        while (at < line.Length)
        {
            var face = faces.Resolve(char.ConvertToUtf32(line, at))!.Value.Face;
            var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
            var start = at;
            var x = 0.0;
            while (at < line.Length && faces.Resolve(char.ConvertToUtf32(line, at))!.Value is var glyph && glyph.Face == face)
            {
                var length = char.IsHighSurrogate(line[at]) ? 2 : 1;
                glyphs.Add(new PlacedGlyph(glyph.Glyph, x, at - start, length));
                x += (double)face.AdvanceOf(glyph.Glyph) / face.UnitsPerEm * size;
                at += length;
            }
            runs.Add(new GlyphRun(face, size, left, baseline, glyphs.ToImmutable(), line[start..at], Tint.Black, -1, Writ.Typesetting.ArtifactKind.Layout));
            left += x;
        }
    }
}
