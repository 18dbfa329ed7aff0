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
