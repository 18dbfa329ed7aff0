using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Writ.Typesetting;

/// <summary>
/// Writes the subset of a face with compact outlines as one CID-keyed CFF program, whatever the original was keyed by: (1) flatten
/// the charstrings, so that no subroutine is needed; (2) give each the width 'hmtx' states; (3) keep the font dictionaries the
/// glyphs use, with their private dictionaries less the subroutines; (4) number characters as glyphs, ROS Adobe-Identity-0.
/// </summary>
internal sealed class CompactSubset
{
    private const int FirstOwnString = 391;
    private const int Registry = FirstOwnString, Ordering = FirstOwnString + 1, FirstFontName = FirstOwnString + 2;
    private const int HeaderLength = 4;

    // Of an ideograph, in bytes: a first guess at how much room to take.
    private const int UsualCharstring = 450;

    private readonly CffTable cff;
    private readonly HmtxTable hmtx;
    private readonly FontLimits limits;
    private readonly ImmutableArray<ushort> glyphs;
    private readonly FontWriter file;
    private readonly int[] newFonts;
    private readonly List<int> oldFonts = [];
    private int nameAt;

    private CompactSubset(CffTable cff, HmtxTable hmtx, FontLimits limits, ImmutableArray<ushort> glyphs)
    {
        this.cff = cff;
        this.hmtx = hmtx;
        this.limits = limits;
        this.glyphs = glyphs;
        file = new FontWriter("CFF ", limits);
        newFonts = new int[glyphs.Length];
        for (int i = 0; i < newFonts.Length; i++)
        {
            int old = cff.FontOf(glyphs[i]);
            newFonts[i] = oldFonts.IndexOf(old);
            if (newFonts[i] >= 0)
                continue;
            newFonts[i] = oldFonts.Count;
            oldFonts.Add(old);
        }
    }

    /// <returns>The program, which carries its tag in its name, and the tag.</returns>
    public static (ReadOnlyMemory<byte> Program, string Tag) Write(CffTable cff, HmtxTable hmtx, FontLimits limits, string name,
        ImmutableArray<ushort> glyphs)
    {
        var subset = new CompactSubset(cff, hmtx, limits, glyphs);
        subset.WriteProgram(name);
        string tag = SubsetTag.Of(subset.file.Written);
        Encoding.ASCII.GetBytes(tag, subset.file.Written[subset.nameAt..]);
        return (subset.file.ToMemory(), tag);
    }

    private void WriteProgram(string name)
    {
        // Adobe Technical Note 5176, section 6: version 1.0, length of this header, size of absolute offsets.
        file.Bytes([1, 0, HeaderLength, 4]);
        var names = new CffIndexWriter(limits);
        names.Item(Encoding.ASCII.GetBytes(new string('A', SubsetTag.Letters) + '+' + name));
        names.WriteTo(file);
        nameAt = file.Length - name.Length - 1 - SubsetTag.Letters;

        var tops = new CffIndexWriter(limits);
        CffTopOffsets places = WriteTop(tops.Content);
        tops.EndItem();
        tops.WriteTo(file);
        int top = file.Length - tops.Content.Length;

        var strings = new CffIndexWriter(limits);
        strings.Item("Adobe"u8);
        strings.Item("Identity"u8);
        for (int i = 0; i < oldFonts.Count; i++)
            strings.Item(Encoding.ASCII.GetBytes(FontNameOf(i, name)));
        strings.WriteTo(file);
        // No global subroutines.
        file.U16(0);

        Patch(top + places.Charset, file.Length);
        WriteCharset();
        Patch(top + places.FontSelect, file.Length);
        WriteFontSelect();
        Patch(top + places.Charstrings, file.Length);
        WriteCharstrings();
        WriteFonts(top + places.FontArray);
    }

    private string FontNameOf(int font, string name)
    {
        string original = cff.Font(oldFonts[font]).Name;
        return original.Length > 0 ? original : name + "-" + font.ToString(CultureInfo.InvariantCulture);
    }

    // Section 9, table 9; ROS must come first (section 18). Places are offsets of the operands inside the dictionary.
    private CffTopOffsets WriteTop(FontWriter top)
    {
        CffEntryWriter.Numbers(top, CffOperator.Ros, Registry, Ordering, 0);
        cff.Top.CopyEntry(top, CffOperator.FontMatrix);
        cff.Top.CopyEntry(top, CffOperator.FontBBox);
        CffEntryWriter.Numbers(top, CffOperator.CidCount, glyphs.Length);
        return new CffTopOffsets(
            CffEntryWriter.Placeholder(top, CffOperator.Charset),
            CffEntryWriter.Placeholder(top, CffOperator.FdSelect),
            CffEntryWriter.Placeholder(top, CffOperator.CharStrings),
            CffEntryWriter.Placeholder(top, CffOperator.FdArray));
    }

    // Section 13, format 2: one range, glyph 1 is character 1.
    private void WriteCharset()
    {
        if (glyphs.Length == 1)
        {
            file.U8(0);
            return;
        }
        file.U8(2);
        file.U16(1);
        file.U16(glyphs.Length - 2);
    }

    // Section 19, format 3.
    private void WriteFontSelect()
    {
        file.U8(3);
        int countAt = file.Length, ranges = 0;
        file.U16(0);
        for (int i = 0; i < newFonts.Length; i++)
        {
            if (i > 0 && newFonts[i] == newFonts[i - 1])
                continue;
            file.U16(i);
            file.U8(newFonts[i]);
            ranges++;
        }
        file.U16(glyphs.Length);
        file.PatchU16(countAt, ranges);
    }

    private void WriteCharstrings()
    {
        var charstrings = new CffIndexWriter(limits, glyphs.Length * UsualCharstring);
        CharstringFlattener flattener = cff.Flattener();
        for (int i = 0; i < glyphs.Length; i++)
        {
            CffPrivate shared = cff.Font(oldFonts[newFonts[i]]).Private;
            WriteWidth(charstrings.Content, hmtx.Advance(glyphs[i]), shared);
            charstrings.Content.Bytes(cff.Flatten(glyphs[i], flattener));
            charstrings.EndItem();
        }
        file.Reserve(charstrings.Content.Length + glyphs.Length * 4 + 4096);
        charstrings.WriteTo(file);
    }

    // Technical Note 5177, section 4.1: the width is left out where it is the default, else stated as its distance from the nominal.
    private static void WriteWidth(FontWriter charstring, int advance, CffPrivate shared)
    {
        if (advance == shared.DefaultWidth)
            return;
        double distance = advance - shared.NominalWidth;
        if (!(Math.Abs(distance) < short.MaxValue))
            throw new FontFormatException("CFF ", 0, $"an advance of {advance} is too far from the nominal width");
        CharstringNumber.Write(charstring, (long)Math.Round(distance * 65536));
    }

    private void WriteFonts(int arrayPlace)
    {
        var array = new CffIndexWriter(limits);
        var places = new int[oldFonts.Count];
        for (int i = 0; i < places.Length; i++)
        {
            CffFontDictionary font = cff.Font(oldFonts[i]);
            CffEntryWriter.Numbers(array.Content, CffOperator.FontName, FirstFontName + i);
            if (cff.IsCidKeyed)
                font.Dictionary.CopyEntry(array.Content, CffOperator.FontMatrix);
            else if (cff.Top.Has(CffOperator.FontMatrix))
                // The name-keyed font's matrix went to the top: what is left for its one font dictionary is to change nothing.
                CffEntryWriter.Numbers(array.Content, CffOperator.FontMatrix, 1, 0, 0, 1, 0, 0);
            places[i] = CffEntryWriter.Placeholder(array.Content, CffOperator.Private, operands: 2);
            array.EndItem();
        }
        Patch(arrayPlace, file.Length);
        array.WriteTo(file);
        int content = file.Length - array.Content.Length;
        for (int i = 0; i < places.Length; i++)
        {
            int start = file.Length;
            cff.Font(oldFonts[i]).Private.Dictionary.CopyTo(file, without: CffOperator.Subrs);
            Patch(content + places[i], file.Length - start);
            Patch(content + places[i] + CffEntryWriter.PlaceholderStep, start);
        }
    }

    private void Patch(int place, int value) => file.PatchU32(place, (uint)value);
}
