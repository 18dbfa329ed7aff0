using System.Diagnostics;
using Writ.Sealing;
using Xunit.Abstractions;

namespace Writ.Tests.Sealing.Checking;

/// <summary>
/// Mutated documents: whatever is done to them, the verifier answers, soon, and never with more than the bytes deserve.
/// WRIT_FUZZ=n asks for n mutations of each seed instead of the few of every run; a failure names its seed.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mutated_documents_are_answered_in_good_order(int seed)
    {
        byte[][] originals = [Crimes.Certified, Crimes.Attested, Crimes.Archived, Crimes.Closed, SmallDocument.Write()];
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("WRIT_FUZZ"), out var wanted) ? wanted : 250;
        var random = new Random(seed);
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < rounds; round++)
        {
            var original = originals[random.Next(originals.Length)];
            var mutated = Mutate(original, originals, random);
            var watch = Stopwatch.StartNew();
            Report report;
            try
            {
                report = SealedSamples.Examine(mutated);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}", fault);
            }
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            Assert.True(watch.Elapsed < Patience, $"seed {seed}, round {round} takes {watch.Elapsed}");
            Assert.False(report.Integrity == Integrity.IntactAndCovers && !originals.Any(o => o.AsSpan().SequenceEqual(mutated)) && !IsBeginning(mutated, originals),
                $"seed {seed}, round {round}: intact and covering");
        }
        output.WriteLine($"seed {seed}: {rounds} mutations, slowest {slowest.TotalMilliseconds:0.0} ms");
    }

    [CorpusFact]
    public void Mutated_foreign_files_are_answered_in_good_order()
    {
        var originals = new DirectoryInfo(CorpusFactAttribute.Folder!).EnumerateFiles("*.pdf").Where(f => f.Length < 60_000).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => File.ReadAllBytes(f.FullName)).ToArray();
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("WRIT_FUZZ"), out var wanted) ? wanted : 1000;
        var slowest = 0L;
        Parallel.For(0, rounds, round =>
        {
            var random = new Random(round);
            var mutated = Mutate(originals[random.Next(originals.Length)], originals, random);
            var watch = Stopwatch.StartNew();
            try
            {
                SealedSamples.Examine(mutated);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"round {round}", fault);
            }
            Assert.True(watch.Elapsed < Patience, $"round {round} takes {watch.Elapsed}");
            slowest = Math.Max(slowest, watch.ElapsedMilliseconds);
        });
        output.WriteLine($"{rounds} mutations of {originals.Length} foreign files, slowest {slowest} ms");
    }

    // A document cut off behind one of its revisions is the document as it was then.
    private static bool IsBeginning(byte[] mutated, byte[][] originals) => originals.Any(o => o.AsSpan().StartsWith(mutated));

    private static byte[] Mutate(byte[] original, byte[][] others, Random random)
    {
        var bytes = new List<byte>(original);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(9))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: Number(bytes, at, random); break;
                case 5: bytes.AddRange(others[random.Next(others.Length)]); break;
                case 6: Overwrite(bytes, at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
                case 7: Overwrite(bytes, at, Token(random)); break;
                default: bytes.InsertRange(at, Token(random)); break;
            }
            if (bytes.Count == 0)
                bytes.Add(0);
        }
        return [.. bytes];
    }

    private static byte[] Token(Random random)
    {
        string[] tokens = ["<<", ">>", "[", "]", "endobj", "stream", "endstream", "xref\n0 1\n", "trailer", "startxref\n0\n%%EOF\n", "/Prev 9", "/Contents", "/ByteRange", "null", "1 0 R", "0 65535 f", "99999999999", "-1", "<", ">", "(", ")", "%"];
        return System.Text.Encoding.ASCII.GetBytes(tokens[random.Next(tokens.Length)]);
    }

    private static void Overwrite(List<byte> bytes, int at, IReadOnlyList<byte> with)
    {
        for (var i = 0; i < with.Count && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }

    // The next number of the file becomes another.
    private static void Number(List<byte> bytes, int at, Random random)
    {
        var digit = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
            bytes[digit] = (byte)('0' + random.Next(10));
    }
}
