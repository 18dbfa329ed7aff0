using System.Collections.Immutable;
using System.Text.Json;
using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>
/// The default mapping (src/WritService/fonts.json) prints every character of GB 18030-2022 level 3. The standard's 87 887 characters
/// are the unified ideographs of Unicode 11 up to extension F, with the twelve that stand among the compatibility ideographs:
/// 20 976 + 6 582 + 42 711 + 4 149 + 222 + 5 762 + 7 473 + 12.
/// </summary>
public sealed class FontCoverageTests
{
    private const string NameCharacters = "喆堃昇玥琰瑄祎翀钰淼鑫煊晗珺婧妤赟甯頔䶮㛃䲠𬭎𠮷〇";
    private const string FormCharacters = "□■√〔〕《》—…①〇“”‘’·℃㎡￥×÷°％＋－＝（）、。，；：？！【】";

    private static readonly (int First, int Last)[] Level3 =
    [
        (0x3400, 0x4DB5), (0x4E00, 0x9FEF), (0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0),
    ];

    private static readonly int[] UnifiedAmongCompatibility = [0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29];

    private static IEnumerable<int> Level3Characters =>
        Level3.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Concat(UnifiedAmongCompatibility);

    [Fact]
    public void Level_3_has_87887_characters() => Assert.Equal(87_887, Level3Characters.Distinct().Count());

    [FontFact(TestFont.FandolFang, TestFont.NotoSerifCjk, TestFont.NotoSansCjk, TestFont.WenKai, TestFont.HanaMinA, TestFont.HanaMinB)]
    public void Every_default_role_prints_level_3_with_and_without_the_optional_faces()
    {
        foreach (bool optional in (bool[])[true, false])
        {
            FontLibrary library = Default(optional);
            foreach (FontChain chain in library.Roles.Select(role => library.Chain(role)))
            {
                int[] missing = [.. Level3Characters.Where(code => chain.Resolve(code) is null)];
                Assert.True(missing.Length == 0, $"{chain.Role} lacks {missing.Length}, first U+{missing.FirstOrDefault():X4}");
                foreach (var rune in (NameCharacters + FormCharacters).EnumerateRunes())
                    Assert.True(chain.Resolve(rune.Value) is not null, $"{chain.Role} lacks {rune} U+{rune.Value:X4}");
            }
        }
    }

    // A mapped but blank glyph would print nothing and no one would be told. Every eleventh: reading all outlines takes many seconds.
    [FontFact(TestFont.FandolFang, TestFont.NotoSerifCjk, TestFont.NotoSansCjk, TestFont.WenKai, TestFont.HanaMinA, TestFont.HanaMinB)]
    public void No_ideograph_is_printed_by_a_blank_glyph()
    {
        FontLibrary library = Default(optional: true);
        foreach (string role in (string[])["fangsong", "hei", "kai"])
        {
            FontChain chain = library.Chain(role);
            foreach (int code in Level3Characters.Where((_, place) => place % 11 == 0))
            {
                ResolvedGlyph glyph = chain.Resolve(code)!.Value;
                Assert.False(glyph.Face.OutlineOf(glyph.Glyph).IsEmpty, $"{glyph.Face} draws nothing for U+{code:X4}");
            }
        }
    }

    private static FontLibrary Default(bool optional)
    {
        using JsonDocument mapping = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Golden.Root, "src", "WritService", "fonts.json")));
        return new FontLibrary(mapping.RootElement.GetProperty("roles").EnumerateObject().Select(role => KeyValuePair.Create(role.Name,
            role.Value.EnumerateArray()
                .Where(entry => !entry.TryGetProperty("optional", out _) || optional && File.Exists(entry.GetProperty("file").GetString()))
                .Select(entry => TestFont.Open(entry.GetProperty("file").GetString()!, entry.GetProperty("index").GetInt32()))
                .ToImmutableArray())));
    }
}
