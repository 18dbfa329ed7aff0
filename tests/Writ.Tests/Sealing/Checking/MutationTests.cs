using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing.Checking;

/// <summary>
/// Mutated documents: whatever is done to them, the verifier answers, after little work, and never with more than the bytes deserve.
/// A failure names its seed. The long run is that of the benchmarks (`fuzz N`), with the same mutations.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Rounds = 250, ForeignRounds = 1000;

    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mutated_documents_are_answered_in_good_order(int seed)
    {
        byte[][] originals = [Crimes.Certified, Crimes.Attested, Crimes.Archived, Crimes.Closed, SmallDocument.Write()];
        var random = new Random(seed);
        var longest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var original = originals[random.Next(originals.Length)];
            var mutated = Mutation.Of(original, originals, random);
            var start = ThreadTime.Now;
            Report report;
            try
            {
                report = SealedSamples.Examine(mutated);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}", fault);
            }
            var work = ThreadTime.Now - start;
            longest = work > longest ? work : longest;
            Assert.True(work < MostWork, $"seed {seed}, round {round} works for {work}");
            Assert.False(report.Integrity == Integrity.IntactAndCovers && !originals.Any(o => o.AsSpan().SequenceEqual(mutated)) && !IsBeginning(mutated, originals),
                $"seed {seed}, round {round}: intact and covering");
        }
        output.WriteLine($"seed {seed}: {Rounds} mutations, most work {longest.TotalMilliseconds:0.0} ms");
    }

    [CorpusFact]
    public void Mutated_foreign_files_are_answered_in_good_order()
    {
        var originals = new DirectoryInfo(CorpusFactAttribute.Folder!).EnumerateFiles("*.pdf").Where(f => f.Length < 60_000).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => File.ReadAllBytes(f.FullName)).ToArray();
        var longest = 0L;
        Parallel.For(0, ForeignRounds, round =>
        {
            var random = new Random(round);
            var mutated = Mutation.Of(originals[random.Next(originals.Length)], originals, random);
            var start = ThreadTime.Now;
            try
            {
                SealedSamples.Examine(mutated);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"round {round}", fault);
            }
            var work = ThreadTime.Now - start;
            Assert.True(work < MostWork, $"round {round} works for {work}");
            longest = Math.Max(longest, (long)work.TotalMilliseconds);
        });
        output.WriteLine($"{ForeignRounds} mutations of {originals.Length} foreign files, most work {longest} ms");
    }

    // A document cut off behind one of its revisions is the document as it was then.
    private static bool IsBeginning(byte[] mutated, byte[][] originals) => originals.Any(o => o.AsSpan().StartsWith(mutated));
}
