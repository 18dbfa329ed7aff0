using System.Text;

namespace Writ.Typesetting;

/// <summary>
/// 'CFF ' (Adobe Technical Note 5176): one font's dictionaries, subroutines and charstrings, either CID-keyed (several font
/// dictionaries, chosen per glyph) or name-keyed (one). Only the dictionaries are read at once.
/// </summary>
internal sealed class CffTable
{
    private const int StandardStrings = 391;
    private const int Type2 = 2;
    private readonly CffIndex charstrings;
    private readonly CffIndex strings;
    private readonly CffIndex globalSubroutines;
    private readonly CffFontDictionary[] fonts;
    private readonly CffFontSelect? select;
    private readonly FontTable table;
    private readonly FontLimits limits;
    private readonly byte[]?[] flattened;
    private int keptCount;

    private CffTable(FontTable table, int glyphCount, FontLimits limits)
    {
        this.table = table;
        this.limits = limits;
        flattened = new byte[glyphCount][];
        if (table.U8(0) != 1)
            throw table.Wrong(0, $"CFF version {table.U8(0)}; version 1 is read");
        int at = table.U8(2);
        CffIndex names = CffIndex.Read(table, ref at);
        CffIndex tops = CffIndex.Read(table, ref at);
        strings = CffIndex.Read(table, ref at);
        globalSubroutines = CffIndex.Read(table, ref at);
        if (names.Count != 1 || tops.Count != 1)
            throw table.Wrong(0, $"{names.Count} names and {tops.Count} fonts; an OpenType face has one of each");

        Top = CffDictionary.Read(tops.Item(0), limits);
        if (Top.Number(CffOperator.CharstringType, Type2) != Type2)
            throw table.Wrong(0, "charstrings are not of type 2");
        at = Top.Offset(CffOperator.CharStrings, table.Length) ?? throw table.Wrong(0, "no charstrings");
        charstrings = CffIndex.Read(table, ref at);
        if (charstrings.Count < glyphCount)
            throw table.Wrong(0, $"{charstrings.Count} charstrings for {glyphCount} glyphs");

        if (Top.Has(CffOperator.Ros))
        {
            fonts = ReadFonts();
            int selectAt = Top.Offset(CffOperator.FdSelect, table.Length) ?? throw table.Wrong(0, "a CID-keyed font without FDSelect");
            select = CffFontSelect.Read(table.Part(selectAt, table.Length - selectAt), glyphCount);
        }
        else
        {
            string name = NameTable.Clean(Encoding.Latin1.GetString(names.Item(0).Bytes.Span));
            fonts = [new CffFontDictionary(name, null, Top, CffPrivate.Read(table, Top, limits))];
        }
    }

    public CffDictionary Top { get; }

    public int FontCount => fonts.Length;

    public bool IsCidKeyed => select is not null;

    /// <summary>Of the first font dictionary, in charstring units; 0 where it does not say.</summary>
    public double StandardStem => fonts[0].Private.Dictionary.Number(CffOperator.StdVW, 0);

    public static CffTable Read(FontTable table, int glyphCount, FontLimits limits) => new(table, glyphCount, limits);

    public int FontOf(int glyph)
    {
        int font = select?.FontOf(glyph) ?? 0;
        return font < fonts.Length ? font : throw table.Wrong(0, $"glyph {glyph} belongs to font dictionary {font} of {fonts.Length}");
    }

    public CffFontDictionary Font(int font) => fonts[font];

    /// <summary>One flattener serves many glyphs, one thread at a time.</summary>
    public CharstringFlattener Flattener() => new(globalSubroutines, limits);

    /// <summary>
    /// The glyph's charstring with its subroutines put in place; good until the flattener's next call. A charstring always flattens
    /// to the same bytes, so those of common glyphs are kept: two threads may do the same work, never different work.
    /// </summary>
    public ReadOnlySpan<byte> Flatten(int glyph, CharstringFlattener flattener)
    {
        if (Volatile.Read(ref flattened[glyph]) is { } kept)
            return kept;
        ReadOnlySpan<byte> flat = flattener.Flatten(charstrings.Item(glyph), fonts[FontOf(glyph)].Private.Subroutines);
        if (flat.Length <= limits.KeptCharstringBytes && Volatile.Read(ref keptCount) < limits.KeptCharstrings)
        {
            Interlocked.Increment(ref keptCount);
            Volatile.Write(ref flattened[glyph], flat.ToArray());
        }
        return flat;
    }

    /// <summary>Charstring units to the em, by the matrices (section 9: 0.001 where none is given).</summary>
    public double UnitsPerEm(int font)
    {
        double top = Top.Find(CffOperator.FontMatrix) is { Length: 6 } outer ? outer[0] : 0;
        double own = fonts[font].Matrix is { Length: 6 } inner ? inner[0] : 0;
        double scale = (top, own) switch { (0, 0) => 0.001, (_, 0) => top, (0, _) => own, _ => top * own };
        return 1 / scale;
    }

    private CffFontDictionary[] ReadFonts()
    {
        int at = Top.Offset(CffOperator.FdArray, table.Length) ?? throw table.Wrong(0, "a CID-keyed font without FDArray");
        CffIndex array = CffIndex.Read(table, ref at);
        // FDSelect numbers them in one byte.
        if (array.Count is 0 or > 256)
            throw table.Wrong(at, $"{array.Count} font dictionaries; 1 to 256 are allowed");
        var read = new CffFontDictionary[array.Count];
        for (int i = 0; i < read.Length; i++)
        {
            CffDictionary dictionary = CffDictionary.Read(array.Item(i), limits);
            read[i] = new CffFontDictionary(StringOf(dictionary.Number(CffOperator.FontName, 0)), dictionary.Find(CffOperator.FontMatrix),
                dictionary, CffPrivate.Read(table, dictionary, limits));
        }
        return read;
    }

    private string StringOf(double number) =>
        number >= StandardStrings && number < StandardStrings + strings.Count
            ? NameTable.Clean(Encoding.Latin1.GetString(strings.Item((int)number - StandardStrings).Bytes.Span))
            : "";
}
