using System.Diagnostics;

namespace Writ.Benchmarks;

/// <summary>Medians without a harness.</summary>
internal static class Clockwork
{
    /// <summary>Median time in ms and allocated bytes of one call, after as many calls to warm up.</summary>
    public static (double Milliseconds, long Bytes) Median(int rounds, Action act)
    {
        for (int i = 0; i < rounds; i++)
            act();
        double[] times = new double[rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            act();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / rounds;
        Array.Sort(times);
        return (times[rounds / 2], bytes);
    }
}
