using System.Text;
using Writ.Pdf;

namespace Writ.Tests.Pdf;

/// <summary>Files made to cost their reader more than they cost their maker. Each ends in good order; none has a time limit here, for a reader without bounds would not end at all.</summary>
public sealed class HostileFileTests
{
    private const string Head = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n";
    private const string End = "trailer<</Root 1 0 R/Size 3>>\nstartxref\n5\n%%EOF";

    [Fact]
    public void Objects_that_cannot_be_read() => ReadOrRefuse(Many(40_000, i => $"{i} 0 obj)\n"));

    [Fact]
    public void Strings_without_end() => ReadOrRefuse(Many(40_000, i => $"{i} 0 obj(\n"));

    [Fact]
    public void Streams_without_end() => ReadOrRefuse(Many(40_000, i => $"{i} 0 obj<<>>stream\n"));

    [Fact]
    public void Trailers_without_end() => ReadOrRefuse(Many(40_000, _ => "trailer<<"));

    [Fact]
    public void Lengths_that_need_each_other() => ReadOrRefuse(Many(5_000, i => $"{i} 0 obj<</Length {i + 1} 0 R>>stream\nx\nendstream endobj\n"));

    [Fact]
    public void References_in_a_circle()
    {
        var file = PdfFile.Open(ReadingTests.Pdf("<</Type/Catalog/Pages 2 0 R/A 3 0 R>>", more: "3 0 R"));
        Assert.Equal("PdfLimits.Depth", Assert.Throws<PdfFormatException>(() => file.Latest.Resolve(new PdfReference(3))).Clause);
    }

    [Fact]
    public void Marks_of_the_end_by_the_thousand() => ReadOrRefuse(Many(100_000, _ => "%%EOF\n"));

    private static string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(3, count).Select(one));

    private static void ReadOrRefuse(string middle)
    {
        try
        {
            ForeignFileTests.ReadEverything(PdfFile.Open(Encoding.Latin1.GetBytes(Head + middle + End)));
        }
        catch (PdfFormatException fault)
        {
            Assert.NotEmpty(fault.Clause);
        }
    }
}
