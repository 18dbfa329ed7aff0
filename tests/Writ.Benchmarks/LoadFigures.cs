using System.Diagnostics;
using System.Net;
using System.Text;

namespace Writ.Benchmarks;

/// <summary>
/// The service as a process of its own, under a memory limit: what it does at its peak, what of that is left at ten times as much, how long an
/// accepted request then takes, and what memory it takes. Client and service share the machine, so the figures are for comparing, not for quoting.
/// Also what a long batch leaves behind in memory.
/// </summary>
internal static class LoadFigures
{
    private const int MemoryMegabytes = 384, Overload = 10;

    /// <summary>Prints the figures; false when the service died, went over its memory, failed a request or lost more than a tenth of its peak.</summary>
    public static async Task<bool> Print(TextWriter output, int seconds)
    {
        using ServiceProcess service = await ServiceProcess.Start(("Writ__Load__MemoryMegabytes", $"{MemoryMegabytes}"), ("Writ__Load__QueueSeconds", "1"), ("Writ__Load__Queue", "16"));
        byte[] request = await service.Example();
        await Closed(service, request, 8, TimeSpan.FromSeconds(Math.Max(3, seconds / 3)), new Tally()); // warm
        // The peak is the best of several numbers of callers: with too few the service waits for them, with too many they wait for each other.
        Tally peak = new(), over = new();
        foreach (int callers in new[] { 2, 4, 8 })
        {
            Tally tried = new();
            await Closed(service, request, Environment.ProcessorCount * callers, TimeSpan.FromSeconds(seconds), tried);
            if (tried.Good > peak.Good)
                peak = tried;
        }
        double rate = peak.Good / (double)seconds;
        output.WriteLine($"load: peak {rate:0.0} documents/s, p50 {peak.Percentile(50):0} ms, p99 {peak.Percentile(99):0} ms, resident {service.Resident} MB");
        await Open(service, request, rate * Overload, TimeSpan.FromSeconds(seconds), over);
        double left = over.Good / (double)seconds;
        output.WriteLine($"load: offered {rate * Overload:0}/s ({Overload} times): goodput {left:0.0} documents/s ({left / rate:P0} of the peak), p50 {over.Percentile(50):0} ms, p99 {over.Percentile(99):0} ms of accepted; refused with Retry-After {over.Refused}, failed {over.Failed}");
        output.WriteLine($"load: resident {service.Resident} MB, at most {service.MostResident} MB; heap limit {MemoryMegabytes} MB; alive {!service.HasExited}");
        return !service.HasExited && peak.Failed + over.Failed == 0 && left >= 0.9 * rate && service.MostResident < MemoryMegabytes + 256;
    }

    /// <summary>One batch of many lines; resident memory on its way.</summary>
    public static async Task<bool> PrintBatch(TextWriter output, int lines)
    {
        using ServiceProcess service = await ServiceProcess.Start(("Writ__Load__MemoryMegabytes", $"{MemoryMegabytes}"));
        byte[] request = await service.Example();
        byte[] line = [.. Encoding.UTF8.GetBytes("{\"id\":\"1\",\"pack\":\"songda-huizheng\","), .. request.AsSpan(1), (byte)'\n'];
        long started = Stopwatch.GetTimestamp();
        // curl reads while it sends; HttpClient over HTTP/1.1 sends the whole body first, and a batch of any length stops until its answers are fetched.
        using Process curl = Process.Start(new ProcessStartInfo("curl", ["-sN", "-X", "POST", "-T", "-", "-H", "Content-Type: application/x-ndjson", $"{service.Client.BaseAddress}v1/batches?order=any"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Task sending = Send(curl.StandardInput.BaseStream, line, lines);
        StreamReader reader = curl.StandardOutput;
        int good = 0, bad = 0, next = lines / 10;
        List<long> resident = [];
        while (await reader.ReadLineAsync() is { } text)
        {
            if (text.StartsWith("{\"progress\"", StringComparison.Ordinal))
                continue;
            if (text.Contains("\"status\":200", StringComparison.Ordinal)) good++; else bad++;
            if (good + bad >= next)
            {
                resident.Add(service.Resident);
                next += lines / 10;
            }
        }
        await sending;
        await curl.WaitForExitAsync();
        output.WriteLine($"batch: {good} of {lines} lines in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s ({lines / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}/s), {bad} failed; resident at each tenth: {string.Join(", ", resident)} MB");
        return good == lines;
    }

    private static async Task Send(Stream body, byte[] line, int count)
    {
        for (int i = 0; i < count; i++)
            await body.WriteAsync(line);
        body.Close();
    }

    private static Task Closed(ServiceProcess service, byte[] request, int callers, TimeSpan time, Tally tally)
    {
        long started = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
                await Ask(service, request, tally);
        }));
    }

    // Open: requests leave by the clock, whether or not the earlier ones were answered.
    private static async Task Open(ServiceProcess service, byte[] request, double rate, TimeSpan time, Tally tally)
    {
        long started = Stopwatch.GetTimestamp();
        List<Task> asked = [];
        while (Stopwatch.GetElapsedTime(started) is var now && now < time)
        {
            for (int due = (int)(now.TotalSeconds * rate); asked.Count < due;)
                asked.Add(Ask(service, request, tally));
            await Task.Delay(5);
        }
        await Task.WhenAll(asked);
    }

    private static async Task Ask(ServiceProcess service, byte[] request, Tally tally)
    {
        long started = Stopwatch.GetTimestamp();
        using ByteArrayContent body = new(request) { Headers = { ContentType = new("application/json") } };
        try
        {
            using HttpResponseMessage answer = await service.Client.PostAsync("/v1/packs/songda-huizheng/documents?seal=bureau", body);
            byte[] document = await answer.Content.ReadAsByteArrayAsync();
            bool isGood = answer.StatusCode == HttpStatusCode.OK && document.AsSpan().StartsWith("%PDF"u8);
            tally.Add(isGood, answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null, Stopwatch.GetElapsedTime(started));
        }
        // A connection that breaks is a failure of the service like any other.
        catch (HttpRequestException)
        {
            tally.Add(isGood: false, isRefused: false, Stopwatch.GetElapsedTime(started));
        }
    }

    private sealed class Tally
    {
        private readonly List<double> accepted = [];

        public int Good => accepted.Count;
        public int Refused { get; private set; }
        public int Failed { get; private set; }

        public void Add(bool isGood, bool isRefused, TimeSpan took)
        {
            lock (accepted)
            {
                if (isGood) accepted.Add(took.TotalMilliseconds);
                else if (isRefused) Refused++;
                else Failed++;
            }
        }

        public double Percentile(int percent) => accepted.Count == 0 ? 0 : accepted.Order().ElementAt(Math.Min(accepted.Count - 1, accepted.Count * percent / 100));
    }
}
