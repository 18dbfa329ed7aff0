using System.Text;
using Writ.Pdf;
using Xunit.Abstractions;

namespace Writ.Tests.Pdf;

public sealed class UpdateTests(ITestOutputHelper output)
{
    [Fact]
    public void The_file_stays_an_untouched_prefix_and_both_views_remain()
    {
        var before = SampleDocument.Write(2);
        var after = Fill(before, "张三");
        Assert.True(after.AsSpan().StartsWith(before));
        var file = PdfFile.OpenStrictly(after);
        Assert.Equal(2, file.Revisions.Count);
        Assert.All(file.Revisions, r => Assert.Empty(r.Anomalies));
        Assert.Equal((before.Length, after.Length), (file.Latest.Start, file.Latest.End));
        var field = Field(file.Latest);
        Assert.Equal("张三", ((PdfString)((PdfDictionary)file.Latest.Get(field))["V"]!).ToText());
        Assert.False(((PdfDictionary)file.Revisions[0].Get(field)).Has("V"));
        Assert.Equal([ChangeKind.Changed, ChangeKind.Added], file.Latest.Changes.Select(c => c.Kind));
        Assert.Equal(((PdfArray)file.Revisions[0].Trailer["ID"]!)[0], ((PdfArray)file.Latest.Trailer["ID"]!)[0]);
        Assert.NotEqual(((PdfArray)file.Latest.Trailer["ID"]!)[0], ((PdfArray)file.Latest.Trailer["ID"]!)[1]);
    }

    [Fact]
    public void Many_revisions_stand_in_order()
    {
        var bytes = SampleDocument.Write();
        for (var i = 0; i < 20; i++) bytes = Fill(bytes, $"第{i}次");
        var file = PdfFile.OpenStrictly(bytes);
        Assert.Equal(21, file.Revisions.Count);
        Assert.Empty(file.Revisions.SelectMany(r => r.Anomalies));
    }

    [Fact]
    public void Qpdf_agrees_with_updates()
    {
        if (QpdfIsAbsent()) return;
        var (code, said) = Judge.Ask("/usr/bin/qpdf", Fill(SampleDocument.Write(), "张三"), "--check");
        Assert.True(code == 0, said);
    }

    [Fact]
    public void A_list_that_is_a_stream_is_followed_by_a_stream()
    {
        if (QpdfIsAbsent()) return;
        var source = Path.Combine(Path.GetTempPath(), $"writ-{Guid.NewGuid():N}.pdf");
        var target = source + ".out.pdf";
        File.WriteAllBytes(source, SampleDocument.Write(2));
        try
        {
            using (var qpdf = System.Diagnostics.Process.Start("/usr/bin/qpdf", ["--object-streams=generate", source, target])) qpdf.WaitForExit();
            var file = PdfFile.OpenStrictly(File.ReadAllBytes(target));
            Assert.Equal(XrefKind.Stream, file.Latest.XrefKind);
            Assert.Empty(file.Latest.Anomalies);
            var after = PdfFile.OpenStrictly(Fill(file.Bytes.ToArray(), "李四"));
            Assert.Equal(XrefKind.Stream, after.Latest.XrefKind);
            Assert.Empty(after.Latest.Anomalies);
            var (code, said) = Judge.Ask("/usr/bin/qpdf", after.Bytes.ToArray(), "--check");
            Assert.True(code == 0, said);
        }
        finally
        {
            File.Delete(source);
            File.Delete(target);
        }
    }

    [Fact]
    public void Linearized_files_are_one_revision()
    {
        if (QpdfIsAbsent()) return;
        var source = Path.Combine(Path.GetTempPath(), $"writ-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(source, SampleDocument.Write(2));
        try
        {
            foreach (var objects in new[] { "disable", "generate" })
            {
                using (var qpdf = System.Diagnostics.Process.Start("/usr/bin/qpdf", ["--linearize", "--object-streams=" + objects, source, source + ".out"])) qpdf.WaitForExit();
                var file = PdfFile.OpenStrictly(File.ReadAllBytes(source + ".out"));
                Assert.Empty(Assert.Single(file.Revisions).Anomalies);
                Assert.Empty(file.Anomalies);
            }
        }
        finally
        {
            File.Delete(source);
            File.Delete(source + ".out");
        }
    }

    [Theory]
    [InlineData("40")]
    [InlineData("128")]
    [InlineData("128 --use-aes=y")]
    [InlineData("256")]
    [InlineData("256 --force-R5")]
    public void Encrypted_files_without_a_password_are_read(string how)
    {
        if (QpdfIsAbsent()) return;
        var source = Path.Combine(Path.GetTempPath(), $"writ-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(source, SampleDocument.Write());
        try
        {
            using (var qpdf = System.Diagnostics.Process.Start("/usr/bin/qpdf", ["--allow-weak-crypto", "--encrypt", "", "owner", .. how.Split(' '), "--", source, source + ".out"])) qpdf.WaitForExit();
            var file = PdfFile.OpenStrictly(File.ReadAllBytes(source + ".out"));
            Assert.True(file.Encrypted);
            Assert.Equal("zh-CN", ((PdfString)file.Latest.Catalog["Lang"]!).ToText());
            var metadata = file.Latest.Find<PdfStream>(file.Latest.Catalog, "Metadata")!;
            Assert.Contains("询问笔录", Encoding.UTF8.GetString(file.Latest.Decode(metadata).Span));
            Assert.Throws<PdfFormatException>(() => new IncrementalUpdate(file));
        }
        finally
        {
            File.Delete(source);
            File.Delete(source + ".out");
        }
    }

    [Fact]
    public void The_gap_is_exactly_the_contents_string()
    {
        var update = new IncrementalUpdate(PdfFile.OpenStrictly(SampleDocument.Write()));
        var signature = update.Reserve();
        update.WriteSignature(signature, PdfDictionary.Of(("Type", new PdfName("Sig")), ("Filter", new PdfName("Adobe.PPKLite"))), 100);
        var bytes = update.Finish();
        var placeholder = update.Signature!;
        var file = PdfFile.OpenStrictly(bytes);
        Assert.Empty(file.Latest.Anomalies);
        var dictionary = (PdfDictionary)file.Latest.Get(signature);
        Assert.Equal(placeholder.Gap, dictionary.SpanOf("Contents"));
        Assert.Equal(100, placeholder.Capacity);
        var (start1, length1, start2, length2) = placeholder.ByteRange;
        Assert.Equal(PdfArray.Of(start1, length1, start2, length2), dictionary["ByteRange"]);
        Assert.Equal((bytes.Length, (byte)'<', (byte)'>'), (start2 + length2, bytes[length1], bytes[start2 - 1]));
    }

    [Fact]
    public void Retargeted_entries_and_foreign_streams_are_named()
    {
        var before = SampleDocument.Write();
        var after = Fill(before, "张三");
        var text = Encoding.Latin1.GetString(after);
        var file = PdfFile.OpenStrictly(after);
        var field = Field(file.Latest);
        // The new list leads back to the old field: nothing changes, and yet it is listed.
        var old = file.Revisions[0].Entry(field.Number)!.Value.Offset;
        var now = file.Latest.Entry(field.Number)!.Value.Offset;
        var retargeted = PdfFile.OpenStrictly(Encoding.Latin1.GetBytes(text.Replace($"{now:0000000000} 00000 n", $"{old:0000000000} 00000 n")));
        Assert.Contains(retargeted.Latest.Anomalies, a => a.Kind == AnomalyKind.UnlistedObject);
        Assert.Contains(retargeted.Latest.Changes, c => c.Kind == ChangeKind.Repeated);
    }

    [Fact]
    public void A_dump_is_stable_text() => Golden.Check("pdf/filled.txt", PdfDump.Write(PdfFile.OpenStrictly(Fill(SampleDocument.Write(), "张三"))));

    private bool QpdfIsAbsent()
    {
        if (!Judge.IsAbsent("/usr/bin/qpdf")) return false;
        output.WriteLine("SKIPPED LOUDLY: qpdf is not installed.");
        return true;
    }

    internal static byte[] Fill(byte[] bytes, string value)
    {
        var file = PdfFile.OpenStrictly(bytes);
        var update = new IncrementalUpdate(file);
        var field = Field(file.Latest);
        var dictionary = (PdfDictionary)file.Latest.Get(field);
        var appearance = FormXObject.WriteEmpty(update, 100, 30);
        update.Write(field, dictionary.With("V", PdfString.Text(value)).With("AP", PdfDictionary.Of(("N", appearance))));
        return update.Finish();
    }

    private static PdfReference Field(Revision revision)
    {
        var form = revision.Find<PdfDictionary>(revision.Catalog, "AcroForm")!;
        return (PdfReference)revision.Find<PdfArray>(form, "Fields")![0];
    }
}
