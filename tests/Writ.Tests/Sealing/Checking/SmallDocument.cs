using System.Text;

namespace Writ.Tests.Sealing.Checking;

/// <summary>The smallest honest PDF with one page of text, written by hand, so that every byte of it can be tried.</summary>
internal static class SmallDocument
{
    /// <summary>The same with a seal field Issuer, and everything but the page's content in one compressed object stream (ISO 32000-2, 7.5.7).</summary>
    public static byte[] Compressed(out int start, out int length)
    {
        (int Number, string Text)[] objects =
        [
            (1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>"),
            (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Annots[5 0 R]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"),
            (5, "<</Type/Annot/Subtype/Widget/FT/Sig/T(Issuer)/F 132/Rect[0 0 0 0]>>"),
        ];
        var (header, body) = ("", "");
        foreach (var (number, text) in objects)
        {
            header += $"{number} {body.Length} ";
            body += text + " ";
        }
        using var squeezed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(squeezed, System.IO.Compression.CompressionLevel.Optimal))
            zlib.Write(Encoding.ASCII.GetBytes(header + body));
        var holder = squeezed.ToArray();

        var written = new List<byte>();
        void Add(string text) => written.AddRange(Encoding.ASCII.GetBytes(text));
        Add("%PDF-1.7\n");
        var content = written.Count;
        Add("4 0 obj\n<</Length 35>>\nstream\nBT /F1 12 Tf 10 50 Td (1000) Tj ET \nendstream\nendobj\n");
        var stream = written.Count;
        Add($"6 0 obj\n<</Type/ObjStm/N {objects.Length}/First {header.Length}/Filter/FlateDecode/Length {holder.Length}>>\nstream\n");
        (start, length) = (written.Count, holder.Length);
        written.AddRange(holder);
        Add("\nendstream\nendobj\n");
        var list = written.Count;
        string entries = $"000000FFFF 0200060000 0200060001 0200060002 01{content:X4}0000 0200060003 01{stream:X4}0000 01{list:X4}0000>";
        Add($"7 0 obj\n<</Type/XRef/W[1 2 2]/Size 8/Root 1 0 R/Filter/ASCIIHexDecode/Length {entries.Length}>>\nstream\n{entries}\nendstream\nendobj\nstartxref\n{list}\n%%EOF\n");
        return [.. written];
    }

    /// <param name="inTrailer">Entries of the trailer besides those that must be there.</param>
    /// <param name="length">What is written as the length of the page's content.</param>
    /// <param name="after">One object more.</param>
    public static byte[] Write(string inTrailer = "", string length = "35", string? after = null)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
            $"<</Length {length}>>\nstream\nBT /F1 12 Tf 10 50 Td (1000) Tj ET \nendstream",
            .. after is null ? (string[])[] : [after],
        ];
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R{inTrailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
