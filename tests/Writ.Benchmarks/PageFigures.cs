using System.Diagnostics;
using Writ.Documents;

namespace Writ.Benchmarks;

/// <summary>What pages cost: a writ of one page, and whether a transcript of a thousand pages costs the same per page as one of ten.</summary>
internal static class PageFigures
{
    private const int Few = 10, Many = 1000;
    private const double Slack = 1.2;

    /// <summary>True when time and memory per page of the long transcript stay within a fifth of those of the short one.</summary>
    public static bool Print(TextWriter output)
    {
        Sample sample = new();
        CheckedData one = sample.Example(Sample.OnePage);
        int pages = sample.Render(one).Layout!.Pages.Length;
        (double milliseconds, long bytes) = Clockwork.Median(101, () => sample.Render(one));
        output.WriteLine($"writ ({Sample.OnePage}, pages: {pages}), from checked data to PDF/A: median {milliseconds:F2} ms, {bytes / 1024} KB allocated");

        // What a page more costs decides how many questions make so many pages.
        double perTurn = sample.Render(sample.Transcript(60)).Layout!.Pages.Length / 60.0;
        CheckedData few = sample.Transcript((int)Math.Round(Few / perTurn)), many = sample.Transcript((int)Math.Round(Many / perTurn));
        Cost shortOne = Measure(sample, few, rounds: 15), longOne = Measure(sample, many, rounds: 3);
        output.WriteLine($"transcript of {shortOne}");
        output.WriteLine($"transcript of {longOne}");
        double time = longOne.PerPage / shortOne.PerPage, memory = longOne.BytesPerPage / shortOne.BytesPerPage;
        bool holds = time <= Slack && memory <= Slack;
        output.WriteLine($"per page, long to short: time {time:F2}, memory {memory:F2} (bound {Slack}): {(holds ? "holds" : "BROKEN")}");
        return holds;
    }

    private static Cost Measure(Sample sample, CheckedData data, int rounds)
    {
        RenderedWrit writ = sample.Render(data);
        double best = double.MaxValue;
        long bytes = long.MaxValue;
        for (int i = 0; i < rounds; i++)
        {
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
            sample.Render(data);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return new Cost(writ.Layout!.Pages.Length, best, bytes, writ.Pdf.Length);
    }

    private sealed record Cost(int Pages, double Milliseconds, long Bytes, int File)
    {
        public double PerPage => Milliseconds / Pages;

        public double BytesPerPage => (double)Bytes / Pages;

        public override string ToString() =>
            $"{Pages} pages: {Milliseconds:F0} ms, {PerPage:F2} ms a page; {BytesPerPage / 1024:F0} KB allocated a page; file {File / 1024} KB";
    }
}
