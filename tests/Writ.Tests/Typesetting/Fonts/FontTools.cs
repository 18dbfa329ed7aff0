using System.Diagnostics;
using System.Text;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>The outside judge: Python's fonttools reads original and subset by its own code.</summary>
internal static class FontTools
{
    private const string Python = "/usr/bin/python3";
    private const string Package = "/usr/lib/python3/dist-packages/fontTools";

    // Arguments: original file, face, subset file, kind, then "old:new" glyph numbers. Prints one line per difference.
    private const string Judge = """
        import io, sys
        from fontTools.ttLib import TTFont
        from fontTools.cffLib import CFFFontSet
        from fontTools.pens.recordingPen import RecordingPen, DecomposingRecordingPen
        original = TTFont(sys.argv[1], fontNumber=int(sys.argv[2]), lazy=True)
        order, metrics, upem = original.getGlyphOrder(), original['hmtx'], original['head'].unitsPerEm
        glyphs = original.getGlyphSet()
        pairs = [tuple(map(int, pair.split(':'))) for pair in sys.argv[5:]]
        def drawn(glyph, glyphset):
            pen = DecomposingRecordingPen(glyphset); glyph.draw(pen); return pen.value
        if sys.argv[4] == 'TrueType':
            subset = TTFont(sys.argv[3], checkChecksums=2)
            for tag in subset.keys():
                if tag != 'GlyphOrder': subset[tag]
            new_order, new_glyphs = subset.getGlyphOrder(), subset.getGlyphSet()
            for old, new in pairs:
                if drawn(glyphs[order[old]], glyphs) != drawn(new_glyphs[new_order[new]], new_glyphs): print('outline', old, new)
                if metrics[order[old]] != subset['hmtx'][new_order[new]]: print('metrics', old, new)
        else:
            fonts = CFFFontSet(); fonts.decompile(open(sys.argv[3], 'rb'), None)
            top = fonts[0]
            if top.ROS != ('Adobe', 'Identity', 0): print('ROS', top.ROS)
            names = top.charset
            for old, new in pairs:
                if new != 0 and names[new] != 'cid%05d' % new: print('character', old, new, names[new])
                charstring = top.CharStrings[names[new]]
                pen = RecordingPen(); charstring.draw(pen)
                if drawn(glyphs[order[old]], glyphs) != pen.value: print('outline', old, new)
                if charstring.width != metrics[order[old]][0]: print('width', old, new, charstring.width)
        print('judged', len(pairs))
        """;

    public static string? Absent => Directory.Exists(Package) ? null : "needs fonttools (python3-fonttools) as outside judge";

    /// <summary>fonttools's complaints about the subset, then how many glyphs it compared.</summary>
    public static string Compare(string file, int index, FontSubset subset)
    {
        string path = Path.Combine(Path.GetTempPath(), $"writ-subset-{Guid.NewGuid():N}");
        File.WriteAllBytes(path, subset.Program.ToArray());
        try
        {
            var start = new ProcessStartInfo(Python) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in (string[])["-c", Judge, file, $"{index}", path, $"{subset.Kind}", .. subset.Glyphs.Select((old, now) => $"{old}:{now}")])
                start.ArgumentList.Add(argument);
            using Process process = Process.Start(start)!;
            var errors = new StringBuilder();
            process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (output + errors).Trim();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
