using System.Diagnostics;
using Writ.Documents;
using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Tests.Sealing.Checking;

namespace Writ.Benchmarks;

/// <summary>
/// <c>fuzz N [FIRST]</c>: N mutated documents, by seeds from FIRST on, are examined; each seed gives the same file every time. A crash, an
/// examination beyond its work or memory, a mutated document of our own that is called intact and covering, or one of others that is called intact
/// though something signed differs, is told with its seed, and the run ends with 1. A run of one keeps the file.
/// </summary>
internal sealed class Fuzzing
{
    private const long MostBytes = 256 << 20, LargestForeign = 60_000;
    private const int MostTold = 20;
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(5);

    private readonly byte[][] originals;
    private readonly SignedParts[] parts;
    private readonly int own;
    private readonly TrustAnchors trust;
    private readonly DateTimeOffset now;

    private Fuzzing()
    {
        Sample sample = new();
        trust = sample.House.Seals.Trust;
        now = sample.House.Now;
        byte[][] ours = Ours(sample);
        own = ours.Length;
        originals = [.. ours, .. Foreign()];
        parts = [.. originals.Select(o => new SignedParts(o))];
    }

    /// <summary>True when nothing was found.</summary>
    public static bool Run(TextWriter output, int count, int first)
    {
        Fuzzing fuzzing = new();
        output.WriteLine($"{count} mutations from seed {first} of {fuzzing.own} documents of our own and {fuzzing.originals.Length - fuzzing.own} foreign ones");
        if (count == 1)
            fuzzing.Keep(output, first);
        object gate = new();
        Dictionary<Integrity, int> verdicts = [];
        List<string> faults = [];
        (long ticks, long bytes, int done, int unsigned) = (0, 0, 0, 0);
        long start = Stopwatch.GetTimestamp();
        Parallel.For(first, checked(first + count), seed =>
        {
            Outcome outcome = fuzzing.Try(seed);
            lock (gate)
            {
                verdicts[outcome.Integrity] = verdicts.GetValueOrDefault(outcome.Integrity) + 1;
                (ticks, bytes) = (Math.Max(ticks, outcome.Work.Ticks), Math.Max(bytes, outcome.Bytes));
                if (outcome is { Fault: null, Integrity: Integrity.IntactAndCovers, Beginning: false })
                    unsigned++;
                if (outcome.Fault is { } fault && faults.Count < MostTold)
                    faults.Add($"seed {seed}: {fault}");
                if (++done % 100_000 == 0)
                    output.WriteLine($"  {done} in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
            }
        });
        foreach ((Integrity integrity, int times) in verdicts.OrderBy(v => v.Key))
            output.WriteLine($"  {ReportJson.Word(integrity)}: {times}");
        output.WriteLine($"  most work {TimeSpan.FromTicks(ticks).TotalMilliseconds:F0} ms, most allocated in one examination {bytes >> 10} KB, peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        output.WriteLine($"  foreign files changed only where nothing is signed: {unsigned}");
        faults.ForEach(fault => output.WriteLine("  " + fault));
        output.WriteLine(faults.Count == 0 ? "no crash, no hang, no false intact" : "BROKEN");
        return faults.Count == 0;
    }

    /// <param name="Beginning">The file is one of the originals, or one of them cut off behind a revision.</param>
    private readonly record struct Outcome(Integrity Integrity, TimeSpan Work, long Bytes, string? Fault, bool Beginning = false);

    // One seed alone is looked at: the file, and what it was made of.
    private void Keep(TextWriter output, int seed)
    {
        Random random = new(seed);
        int chosen = random.Next(originals.Length);
        string name = $"seed-{seed}.pdf";
        File.WriteAllBytes(name, Mutation.Of(originals[chosen], originals, random));
        File.WriteAllBytes($"seed-{seed}.original.pdf", originals[chosen]);
        output.WriteLine($"kept as {name}, made of seed-{seed}.original.pdf");
    }

    private Outcome Try(int seed)
    {
        Random random = new(seed);
        int chosen = random.Next(originals.Length);
        byte[] mutated = Mutation.Of(originals[chosen], originals, random);
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = ThreadTime.Now;
        try
        {
            Report report = Verifier.Examine(mutated, trust, now);
            TimeSpan work = ThreadTime.Now - start;
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            bool beginning = report.Integrity == Integrity.IntactAndCovers && originals.Any(o => o.AsSpan().StartsWith(mutated));
            string? fault = !beginning && IsFalse(report, chosen, mutated) ? $"called {ReportJson.Word(report.Integrity)}"
                : work > MostWork ? $"works for {work}"
                : bytes > MostBytes ? $"allocates {bytes >> 20} MB"
                : null;
            return new Outcome(report.Integrity, work, bytes, fault, beginning);
        }
        catch (Exception fault)
        {
            return new Outcome(Integrity.Unparsable, ThreadTime.Now - start, 0, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    // Of ours every byte is known. Of others that is intact which the signatures hold, up to the end of the last sealed revision: one that had something
    // behind it and lost that covers again.
    private bool IsFalse(Report report, int chosen, byte[] mutated) => report.Integrity switch
    {
        Integrity.IntactAndCovers => chosen < own || !parts[chosen].AreIn(mutated, mutated.Length, Certificates(report)),
        Integrity.IntactWithAllowedLaterChanges => !parts[chosen].AreIn(mutated, report.Seals.Max(s => s.End), Certificates(report)),
        _ => false,
    };

    private static List<byte[]> Certificates(Report report) => [.. report.Seals.Select(s => s.Certificate?.RawData).OfType<byte[]>()];

    // Issued, filled in by a later revision, archived; and the least document there is, of which every byte matters.
    private static byte[][] Ours(Sample sample)
    {
        ISealKey key = sample.House.Seals.Keys.Find("bureau", null).Value!;
        byte[] small = SmallDocument.Write();
        byte[] bare = Seal(sample, small, key, SealLevel.B), stamped = Seal(sample, small, key, SealLevel.T);
        byte[] archived = Seal(sample, small, key, SealLevel.LTA);
        byte[] writ = Seal(sample, sample.Render(sample.Example(Sample.OnePage)).Pdf.ToArray(), key, SealLevel.T);
        AttestingOutcome closed = sample.House.Attesting!.CloseAsync(writ, key, SealLevel.T, sample.House.Now, CancellationToken.None).GetAwaiter().GetResult();
        IncrementalUpdate update = new(PdfFile.OpenStrictly(bare));
        update.Write(PdfString.Text("nobody refers to it"));
        return [bare, stamped, archived, update.Finish(), writ, ((AttestingOutcome.Recorded)closed).Document.ToArray()];
    }

    private static byte[] Seal(Sample sample, byte[] document, ISealKey key, SealLevel level)
    {
        SealOutcome<SealedDocument> outcome = sample.House.SealAsync(document, key, FieldNames.Issuer, level, sample.House.Now, CancellationToken.None).GetAwaiter().GetResult();
        return outcome.Succeeded ? outcome.Value.Bytes.ToArray() : throw new InvalidOperationException(string.Join('\n', outcome.Problems));
    }

    private static IEnumerable<byte[]> Foreign() =>
        Sample.Corpus is { } folder
            ? new DirectoryInfo(folder).EnumerateFiles("*.pdf").Where(f => f.Length < LargestForeign).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => File.ReadAllBytes(f.FullName))
            : [];
}
