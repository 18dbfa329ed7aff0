using System.Text;
using Writ.Pdf;

namespace Writ.Tests.Pdf;

public sealed class ReadingTests
{
    [Fact]
    public void What_is_written_is_read_without_a_complaint()
    {
        var bytes = SampleDocument.Write(3);
        var file = PdfFile.OpenStrictly(bytes);
        Assert.Empty(file.Anomalies);
        var revision = Assert.Single(file.Revisions);
        Assert.Empty(revision.Anomalies);
        Assert.Equal((0, bytes.Length), (revision.Start, revision.End));
        Assert.Equal("1.7", file.Version);
        Assert.Equal("zh-CN", ((PdfString)revision.Catalog["Lang"]!).ToText());
        Assert.Equal(file.Latest.Numbers(), Enumerable.Range(1, (int)revision.Trailer.Integer("Size")! - 1));
    }

    [Fact]
    public void The_exact_token_of_a_value_is_known()
    {
        var bytes = SampleDocument.Write();
        var file = PdfFile.Open(bytes);
        var trailer = file.Latest.Trailer;
        Assert.Equal(trailer["Root"]!.ToString(), Encoding.ASCII.GetString(bytes[trailer.SpanOf("Root").Start..trailer.SpanOf("Root").End]));
        var root = (PdfReference)trailer["Root"]!;
        var span = file.Latest.SpanOf(root.Number);
        Assert.StartsWith($"{root.Number} 0 obj", Encoding.Latin1.GetString(bytes[span.Start..span.End]));
        Assert.EndsWith("endobj", Encoding.Latin1.GetString(bytes[span.Start..span.End]));
    }

    [Fact]
    public void A_key_that_stands_twice_is_kept_and_named()
    {
        var file = PdfFile.Open(Pdf("<</Type/Catalog/Pages 2 0 R/Lang(a)/Lang(b)>>"));
        Assert.Equal(["Lang"], file.Latest.Catalog.DuplicateKeys);
        Assert.Equal("b", ((PdfString)file.Latest.Catalog["Lang"]!).ToText());
        Assert.Contains(file.Latest.Anomalies, a => a.Kind == AnomalyKind.DuplicateKey && a.Number == 1);
    }

    [Theory]
    [InlineData(AnomalyKind.TrailingBytes, "%%EOF\n", "%%EOF\njunk")]
    [InlineData(AnomalyKind.CommentBetweenObjects, "2 0 obj", "%hello\n2 0 obj")]
    [InlineData(AnomalyKind.JunkBetweenObjects, "2 0 obj", "hello\n2 0 obj")]
    [InlineData(AnomalyKind.UnlistedObject, "2 0 obj", "9 0 obj null endobj\n2 0 obj")]
    [InlineData(AnomalyKind.SeveralEndsOfFile, "2 0 obj", "%%EOF\n2 0 obj")]
    [InlineData(AnomalyKind.EndObjectMissing, "\nendobj\n2 0 obj", "\n2 0 obj")]
    [InlineData(AnomalyKind.HeaderNotFirst, "%PDF-1.7", "\n%PDF-1.7")]
    public void Each_misdeed_has_its_name(AnomalyKind kind, string clean, string dirty)
    {
        var file = PdfFile.Open(Pdf("<</Type/Catalog/Pages 2 0 R>>", text => text.Replace(clean, dirty)));
        Assert.False(file.Repaired, file.RepairReason);
        Assert.Contains(kind, file.Anomalies.Concat(file.Latest.Anomalies).Select(a => a.Kind));
    }

    [Fact]
    public void A_broken_chain_is_repaired_aloud()
    {
        var text = Encoding.Latin1.GetString(SampleDocument.Write());
        var broken = Encoding.Latin1.GetBytes(text[..text.LastIndexOf("startxref", StringComparison.Ordinal)] + "startxref\n7\n%%EOF\n");
        var file = PdfFile.Open(broken);
        Assert.True(file.Repaired);
        Assert.Contains(file.Anomalies, a => a.Kind == AnomalyKind.Repaired);
        Assert.NotNull(file.Latest.Find<PdfDictionary>(file.Latest.Catalog, "Pages"));
        Assert.Throws<PdfFormatException>(() => PdfFile.OpenStrictly(broken));
        Assert.Throws<PdfFormatException>(() => new IncrementalUpdate(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("hello")]
    [InlineData("%PDF-1.7\nstartxref\n9999999999\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 99999999\ntrailer<</Size 1>>startxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer<</Size 1/Prev 9>>startxref\n9\n%%EOF")]
    public void Nonsense_is_refused_with_a_place(string text) =>
        Assert.Throws<PdfFormatException>(() => PdfFile.Open(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Nesting_ends_at_the_limit()
    {
        var file = PdfFile.Open(Pdf("<</Type/Catalog/Pages 2 0 R/Deep 3 0 R>>", more: new string('[', 100_000)));
        var fault = Assert.Throws<PdfFormatException>(() => file.Latest.Resolve(new PdfReference(3)));
        Assert.Equal("PdfLimits.Depth", fault.Clause);
    }

    [Theory]
    [InlineData("ASCIIHexDecode", "48 65 6C6C 6F>", "Hello")]
    [InlineData("ASCII85Decode", "87cURDZ~>", "Hello")]
    [InlineData("RunLengthDecode", "\u0001He\u00FFl\u0000o\u0080", "Hello")]
    [InlineData("LZWDecode", "\u0080\u000B\u0060\u0050\u0022\u000C\u000C\u0085\u0001", "-----A---B")]
    public void Filters_give_back_the_bytes(string filter, string data, string expected)
    {
        var decoded = StreamFilters.Decode(Encoding.Latin1.GetBytes(data), [(filter, null)], new ExpansionBudget(1000));
        Assert.Equal(expected, Encoding.Latin1.GetString(decoded.Span));
    }

    [Fact]
    public void Flate_data_that_asks_for_a_dictionary_is_refused()
    {
        // RFC 1950, 2.2: FDICT is set, and the identifier of the dictionary follows.
        byte[] data = [0x78, 0xBB, 0x00, 0x00, 0x00, 0x01, 0x03, 0x00];
        var fault = Assert.Throws<PdfFormatException>(() => StreamFilters.Decode(data, [("FlateDecode", null)], new ExpansionBudget(1000)));
        Assert.Contains("7.4.4", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_ends_at_the_budget()
    {
        var writer = new PdfBuffer();
        Flate.Compress(writer, new byte[1_000_000]);
        var fault = Assert.Throws<PdfFormatException>(() => StreamFilters.Decode(writer.ToArray(), [("FlateDecode", null)], new ExpansionBudget(10_000)));
        Assert.Equal("PdfLimits.ExpandedBytes", fault.Clause);
    }

    [Theory]
    [InlineData("0000000000 00000 f ", false)]
    [InlineData("0000000052 00000 n ", true)]
    public void A_hybrid_shows_old_readers_nothing_else(string third, bool differs)
    {
        // Object 3 is 70 for readers of streams; in the table it is free, or, in the crime, the page tree's place.
        var file = PdfFile.OpenStrictly(Hybrid(third));
        Assert.Equal(XrefKind.Hybrid, file.Latest.XrefKind);
        Assert.Equal(differs, file.Latest.Anomalies.Any(a => a.Kind is AnomalyKind.HybridDifference));
        if (!differs) Assert.Equal(new PdfInteger(70), file.Latest.Get(new PdfReference(3)));
    }

    private static byte[] Hybrid(string third)
    {
        var text = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        var pages = text.Length;
        text.Append("2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\n");
        var hidden = text.Length;
        text.Append("3 0 obj\n70\nendobj\n");
        var beside = text.Length;
        text.Append($"4 0 obj\n<</Type/XRef/Size 5/W[1 2 1]/Index[3 2]/Filter/ASCIIHexDecode/Length 17>>\nstream\n01{hidden:X4}0001{beside:X4}00>\nendstream\nendobj\n");
        var list = text.Length;
        text.Append($"xref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n{pages:0000000000} 00000 n \n{third}\n0000000000 00000 f \n");
        text.Append($"trailer\n<</Size 5/Root 1 0 R/XRefStm {beside}>>\nstartxref\n{list}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A small file: a catalog, a page tree without pages, and an object of one's own; offsets are right unless <paramref name="spoil"/> is asked to spoil the text.</summary>
    internal static byte[] Pdf(string catalog, Func<string, string>? spoil = null, string more = "null")
    {
        var text = new StringBuilder("%PDF-1.7\n");
        string[] objects = [catalog, "<</Type/Pages/Count 0/Kids[]>>", more];
        for (var i = 0; i < objects.Length; i++) text.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        text.Append("xref\n");
        var spoiled = (spoil ?? (t => t))(text.ToString());
        var list = new StringBuilder($"0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 1; i <= objects.Length; i++) list.Append($"{spoiled.IndexOf($"\n{i} 0 obj", StringComparison.Ordinal) + 1:0000000000} 00000 n \n");
        var end = $"{list}trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{spoiled.IndexOf("xref\n", StringComparison.Ordinal)}\n%%EOF\n";
        return Encoding.Latin1.GetBytes(spoiled + (spoil ?? (t => t))(end));
    }
}
