using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>Builds a name-keyed CFF of a few charstrings and subroutines: default width 500, nominal width 600.</summary>
internal static class SyntheticCff
{
    public static byte[] Build(byte[][] charstrings, byte[][]? local = null, byte[][]? global = null, byte[]? top = null) => SyntheticFont.Write(file =>
    {
        file.Bytes([1, 0, 4, 4]);
        Index("Synthetic"u8.ToArray()).WriteTo(file);
        var tops = new CffIndexWriter(FontLimits.Default);
        tops.Content.Bytes(top);
        int charstringsAt = CffEntryWriter.Placeholder(tops.Content, CffOperator.CharStrings);
        int privateAt = CffEntryWriter.Placeholder(tops.Content, CffOperator.Private, operands: 2);
        tops.EndItem();
        tops.WriteTo(file);
        int dictionary = file.Length - tops.Content.Length;
        Index().WriteTo(file);
        Index(global ?? []).WriteTo(file);

        file.PatchU32(dictionary + charstringsAt, (uint)file.Length);
        Index(charstrings).WriteTo(file);
        int start = file.Length;
        CffEntryWriter.Numbers(file, CffOperator.DefaultWidthX, 500);
        CffEntryWriter.Numbers(file, CffOperator.NominalWidthX, 600);
        int subroutines = CffEntryWriter.Placeholder(file, CffOperator.Subrs);
        file.PatchU32(subroutines, (uint)(file.Length - start));
        file.PatchU32(dictionary + privateAt, (uint)(file.Length - start));
        file.PatchU32(dictionary + privateAt + CffEntryWriter.PlaceholderStep, (uint)start);
        Index(local ?? []).WriteTo(file);
    });

    /// <summary>A FontMatrix entry that scales by a decimal fraction, given as its digits: "001" is 0.001.</summary>
    public static byte[] Matrix(string fraction) => SyntheticFont.Write(entry =>
    {
        Scale();
        entry.Bytes([139, 139]);
        Scale();
        entry.Bytes([139, 139, 12, 7]);

        // A real number's nibbles: a is the point, f the end.
        void Scale()
        {
            string nibbles = "a" + fraction + (fraction.Length % 2 == 0 ? "f" : "ff");
            entry.U8(30);
            entry.Bytes(Convert.FromHexString(nibbles));
        }
    });

    /// <summary>"100 20 rmoveto" → its bytes; "2:callsubr" pushes the number of subroutine 2 as a font of few subroutines counts them.</summary>
    public static byte[] Charstring(string text) => SyntheticFont.Write(program =>
    {
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith('#'))
            {
                program.U8(Convert.ToInt32(word[1..], 16));
                continue;
            }
            if (double.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out double number))
            {
                CharstringNumber.Write(program, (long)(number * 65536));
                continue;
            }
            string name = word;
            if (word.Split(':') is [string subroutine, string call])
            {
                CharstringNumber.Write(program, (int.Parse(subroutine, System.Globalization.CultureInfo.InvariantCulture) - 107) * 65536L);
                name = call;
            }
            int code = (int)Enum.Parse<CharstringOperator>(name, ignoreCase: true);
            if (code >= 0x0C00)
                program.U8(12);
            program.U8(code & 0xFF);
        }
    });

    public static FontFace Face(string charstring, string[]? local = null, string[]? global = null) => FontFace.Open(
        SyntheticFont.Compact(SyntheticFont.Map(3, 1, SyntheticFont.Format6('A', 1)),
            Build([Charstring("endchar"), Charstring(charstring)], [.. (local ?? []).Select(Charstring)], [.. (global ?? []).Select(Charstring)]), 2),
        0, "synthetic");

    private static CffIndexWriter Index(params byte[][] items)
    {
        var index = new CffIndexWriter(FontLimits.Default);
        foreach (byte[] item in items)
            index.Item(item);
        return index;
    }
}
