using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WritService.Observing;

/// <summary>What is measured and traced. No tag says who or about whom: a call, a pack, a stage, a code.</summary>
internal static class Instruments
{
    public const string Name = "WritService";

    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] };
    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);
    private static readonly Histogram<double> Requests = Meter.CreateHistogram("writ.request.duration", "s", "Duration of requests by call, status and problem.", advice: Buckets);
    private static readonly Histogram<double> Stages = Meter.CreateHistogram("writ.stage.duration", "s", "Duration of check, render and seal.", advice: Buckets);
    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("writ.documents", null, "Documents made, by pack and whether sealed.");
    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>("writ.verdicts", null, "Documents verified, by verdict.");
    private static readonly Counter<long> Lines = Meter.CreateCounter<long>("writ.batch.lines", null, "Lines of batches answered, by problem.");

    /// <param name="problem">Code of the problem that was answered; null for none.</param>
    public static void Request(string method, string call, int status, string? problem, TimeSpan took) =>
        Requests.Record(took.TotalSeconds, new("http.request.method", method), new("http.route", call), new("http.response.status_code", status), new("problem", problem ?? ""));

    public static void Document(string pack, bool isSealed) => Documents.Add(1, new("pack", pack), new("sealed", isSealed));

    public static void Verdict(string verdict) => Verdicts.Add(1, new KeyValuePair<string, object?>("verdict", verdict));

    public static void BatchLine(string? problem) => Lines.Add(1, new KeyValuePair<string, object?>("problem", problem ?? ""));

    /// <summary>One stage of the road, until it is disposed: a span of the trace and a measurement.</summary>
    public static Stage Begin(string stage) => new(stage, Source.StartActivity(stage), Stopwatch.GetTimestamp());

    /// <summary>A stage that has begun.</summary>
    internal readonly struct Stage(string name, Activity? span, long started) : IDisposable
    {
        public void Dispose()
        {
            span?.Dispose();
            Stages.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("stage", name));
        }
    }
}
