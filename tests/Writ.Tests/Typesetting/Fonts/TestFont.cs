using System.Collections.Concurrent;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>The font files of the default set-up, opened once.</summary>
internal static class TestFont
{
    public const string FandolFang = "/usr/local/share/fonts/writ/FandolFang-Regular.otf";
    public const string NotoSerif = "/usr/local/share/fonts/writ/NotoSerifSC_400Regular.ttf";
    public const string NotoSerifCjk = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
    public const string NotoSansCjk = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
    public const string WenKai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";
    public const string HanaMinA = "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf";
    public const string HanaMinB = "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf";
    public const string Uming = "/usr/share/fonts/truetype/arphic/uming.ttc";
    public const string DejaVu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

    /// <summary>The simplified Chinese face of Debian's Noto collections.</summary>
    public const int SimplifiedChinese = 2;

    private static readonly ConcurrentDictionary<string, byte[]> Files = new();
    private static readonly ConcurrentDictionary<(string, int), Lazy<FontFace>> Faces = new();

    public static byte[] Bytes(string file) => Files.GetOrAdd(file, File.ReadAllBytes);

    public static FontFace Open(string file, int index = 0) =>
        Faces.GetOrAdd((file, index), key => new Lazy<FontFace>(() => FontFace.Open(Bytes(key.Item1), key.Item2, $"{Path.GetFileName(key.Item1)}#{key.Item2}"))).Value;

    public static ushort[] Glyphs(FontFace face, string text) => [.. text.EnumerateRunes().Select(rune => face.GlyphFor(rune.Value)).Where(glyph => glyph != 0)];
}
