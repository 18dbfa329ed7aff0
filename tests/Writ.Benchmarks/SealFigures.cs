using System.Diagnostics;
using System.Security.Cryptography;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Benchmarks;

/// <summary>What a seal costs beside the floor below which nobody can go (the digest of the file and one raw signature), and what a very large document needs.</summary>
internal static class SealFigures
{
    private const int Rounds = 201, Large = 200 << 20, Room = 8 << 20;

    /// <summary>True when a document of 200 MB is sealed with at most one copy of it.</summary>
    public static bool Print(TextWriter output)
    {
        Sample sample = new();
        byte[] document = sample.Render(sample.Example(Sample.OnePage)).Pdf.ToArray();
        ISealKey key = sample.House.Seals.Keys.Find("bureau", null).Value!;
        using ECDsa raw = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        (double floor, _) = Clockwork.Median(Rounds, () => raw.SignHash(SHA256.HashData(document)));
        output.WriteLine($"floor: SHA-256 of {document.Length / 1024} KB and one raw P-256 signature: {floor:F3} ms, {1000 / floor:F0} a second");
        foreach (SealLevel level in new[] { SealLevel.B, SealLevel.T })
        {
            (double milliseconds, long bytes) = Clockwork.Median(Rounds, () => Seal(sample, document, key, level));
            output.WriteLine($"seal B-{level}: {milliseconds:F3} ms, {1000 / milliseconds:F0} a second ({milliseconds / floor:F1} × floor), {bytes / 1024} KB allocated");
        }
        ReadOnlyMemory<byte> twice = Seal(sample, document, key, SealLevel.T);
        byte[] finished = twice.ToArray();
        (double verify, _) = Clockwork.Median(Rounds, () => Verifier.Examine(finished, sample.House.Seals.Trust, sample.House.Now));
        output.WriteLine($"verify B-T: {verify:F3} ms, {1000 / verify:F0} a second");
        Report report = Verifier.Examine(finished, sample.House.Seals.Trust, sample.House.Now);
        output.WriteLine($"  it says {report.Integrity}, {report.Indication}");
        return SealLarge(output, sample, document, key);
    }

    private static bool SealLarge(TextWriter output, Sample sample, byte[] document, ISealKey key)
    {
        byte[] large = Grown(document);
        GC.Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
        ReadOnlyMemory<byte> done = Seal(sample, large, key, SealLevel.T);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        start = Stopwatch.GetTimestamp();
        SHA256.HashData(large);
        double digest = Stopwatch.GetElapsedTime(start).TotalSeconds;
        bool holds = bytes <= (long)large.Length + Room && done.Span[..large.Length].SequenceEqual(large);
        output.WriteLine($"document of {large.Length >> 20} MB sealed in {seconds:F2} s (its SHA-256 alone {digest:F2} s), {bytes >> 20} MB allocated (bound: one copy and {Room >> 20} MB): {(holds ? "holds" : "BROKEN")}");
        return holds;
    }

    // A writ with a revision more that brings 200 MB nobody refers to: evidence of that size, as far as the sealing is concerned.
    private static byte[] Grown(byte[] document)
    {
        byte[] evidence = new byte[Large];
        new Random(20260305).NextBytes(evidence);
        IncrementalUpdate update = new(PdfFile.OpenStrictly(document));
        update.WriteStream(PdfDictionary.Empty, evidence, StreamCoding.AsItIs);
        return update.Finish();
    }

    private static ReadOnlyMemory<byte> Seal(Sample sample, ReadOnlyMemory<byte> document, ISealKey key, SealLevel level)
    {
        SealOutcome<SealedDocument> outcome = sample.House.SealAsync(document, key, FieldNames.Issuer, level, sample.House.Now, CancellationToken.None).GetAwaiter().GetResult();
        return outcome.Succeeded ? outcome.Value.Bytes : throw new InvalidOperationException(string.Join('\n', outcome.Problems));
    }
}
