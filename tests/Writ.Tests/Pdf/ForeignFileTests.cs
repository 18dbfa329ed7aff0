using System.Diagnostics;
using Writ.Pdf;
using Xunit.Abstractions;

namespace Writ.Tests.Pdf;

public sealed class ForeignFileTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_file_of_the_corpus_is_read_or_refused_in_good_order()
    {
        if (ForeignFiles.Folder is null)
        {
            output.WriteLine("SKIPPED LOUDLY: no corpus beside the repository, and WRIT_SHARED is not set.");
            return;
        }
        var watch = new Stopwatch();
        var intact = File.ReadLines(Path.Combine(ForeignFiles.Folder, "manifest.tsv")).Select(line => line.Split('\t'))
            .Where(columns => columns.Length > 2 && columns[2].StartsWith("intact", StringComparison.Ordinal)).Select(columns => columns[0]).ToHashSet();
        foreach (var path in ForeignFiles.Paths)
        {
            var bytes = File.ReadAllBytes(path);
            watch.Restart();
            string verdict;
            var name = Path.GetFileName(path);
            try
            {
                var file = PdfFile.Open(bytes);
                var opened = watch.Elapsed.TotalMilliseconds;
                ReadEverything(file);
                Assert.False(file.Repaired && intact.Contains(name), $"{name}: {file.RepairReason}");
                verdict = $"{file.Revisions.Count} revisions{(file.Repaired ? " REPAIRED " + file.RepairReason : "")}{(file.Encrypted ? " encrypted" : "")}, open {opened:F2} ms, all {watch.Elapsed.TotalMilliseconds:F2} ms "
                    + string.Join(' ', file.Anomalies.Concat(file.Revisions.SelectMany(r => r.Anomalies)).GroupBy(a => a.Kind).Select(g => $"{g.Key}×{g.Count()}"));
            }
            catch (PdfFormatException fault)
            {
                verdict = "REFUSED " + fault.Message;
                Assert.DoesNotContain(name, intact);
            }
            output.WriteLine($"{name} {bytes.Length / 1024} kB: {verdict}");
        }
    }

    [Fact]
    public void Each_revision_is_the_file_cut_off_at_its_end()
    {
        var compared = 0;
        foreach (var path in ForeignFiles.Paths)
        {
            if (Strictly(File.ReadAllBytes(path)) is not { Revisions.Count: > 1 } file) continue;
            foreach (var revision in file.Revisions)
            {
                if (Strictly(revision.Bytes) is not { } cut) continue;
                Assert.Equal(revision.Numbers(), cut.Latest.Numbers());
                foreach (var number in revision.Numbers())
                    Assert.Equal(Value(revision, number), Value(cut.Latest, number));
                compared++;
            }
        }
        output.WriteLine(ForeignFiles.Folder is null ? "SKIPPED LOUDLY: no corpus." : $"{compared} revisions compared");
    }

    [Fact]
    public void Any_sound_file_takes_one_revision_more()
    {
        var grown = 0;
        foreach (var path in ForeignFiles.Paths)
        {
            var bytes = File.ReadAllBytes(path);
            if (Strictly(bytes) is not { Encrypted: false } file || file.Anomalies.Any(a => a.Kind == AnomalyKind.TrailingBytes)) continue;
            var update = new IncrementalUpdate(file);
            var added = update.Write(PdfDictionary.Of(("Added", PdfString.Text("修订"))));
            var root = file.Latest.Root!;
            update.Write(root, file.Latest.Get(root));
            var longer = update.Finish();
            Assert.True(longer.AsSpan().StartsWith(bytes));
            var after = PdfFile.OpenStrictly(longer);
            Assert.Equal(file.Revisions.Count + 1, after.Revisions.Count);
            Assert.True(after.Latest.Anomalies.All(a => a.Kind == AnomalyKind.DuplicateKey), Path.GetFileName(path) + ": " + string.Join(", ", after.Latest.Anomalies));
            Assert.Equal([ChangeKind.Changed, ChangeKind.Added], after.Latest.Changes.Take(2).Select(c => c.Kind));
            Assert.Equal(file.Latest.Catalog, after.Latest.Catalog);
            Assert.Equal("修订", ((PdfString)((PdfDictionary)after.Latest.Get(added))["Added"]!).ToText());
            grown++;
        }
        output.WriteLine(ForeignFiles.Folder is null ? "SKIPPED LOUDLY: no corpus." : $"{grown} files took a revision");
    }

    [Fact]
    public void Opening_costs_less_than_a_millisecond_for_100_kilobytes()
    {
        var bytes = SampleDocument.Write(30);
        var times = new List<double>();
        for (var i = 0; i < 40; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var file = PdfFile.Open(bytes);
            Assert.NotNull(file.Latest.Catalog);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        // A figure to be read, not a limit: machines differ.
        output.WriteLine($"{bytes.Length / 1024} kB: median {times[times.Count / 2]:F3} ms");
    }

    private static PdfFile? Strictly(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return PdfFile.OpenStrictly(bytes);
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    private static PdfObject? Value(Revision revision, int number)
    {
        try
        {
            return revision.Get(new PdfReference(number, revision.Entry(number)!.Value.Generation));
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    internal static void ReadEverything(PdfFile file)
    {
        foreach (var revision in file.Revisions)
        {
            _ = revision.Anomalies;
            foreach (var change in revision.Changes)
            {
                try
                {
                    if (revision.Get(change.Reference) is PdfStream stream) revision.Decode(stream);
                }
                catch (PdfFormatException)
                {
                    // Said to be broken, with a place: that is all that is asked.
                }
            }
        }
    }
}
