using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace WritService.Tests.Replicas;

/// <summary>
/// Stateless is a promise: three processes behind a balancer, killed at random while a bureau works, and nothing is lost or doubled,
/// because the caller holds the document. <c>WRIT_REPLICA_SECONDS=120</c> keeps it up for two minutes; otherwise a number of jobs is done.
/// </summary>
public sealed class ReplicaTests(ITestOutputHelper output)
{
    private const int Jobs = 60, Callers = 6, JobsBetweenKills = 12, Seed = 20261128;

    [ReplicaFact]
    public async Task Killed_replicas_lose_nothing_and_double_nothing()
    {
        double seconds = Environment.GetEnvironmentVariable("WRIT_REPLICA_SECONDS") is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;
        List<Replica> replicas = [];
        try
        {
            for (int i = 0; i < 3; i++)
                replicas.Add(new Replica());
            using Balancer balancer = new(Replica.FreePort(), replicas);
            using HttpClient client = new() { BaseAddress = balancer.Address, Timeout = TimeSpan.FromMinutes(2) };
            PatientCaller caller = new(client);
            (_, byte[] example) = await caller.Call(() => new HttpRequestMessage(HttpMethod.Get, "/v1/packs/xunwen-bilu/examples/ordinary"));
            MixedLoad load = new(caller, System.Text.Encoding.UTF8.GetString(example));

            ConcurrentDictionary<int, IReadOnlyList<byte[]>> done = new();
            Random random = new(Seed);
            Lock killing = new();
            int next = 0, kills = 0;
            long started = Stopwatch.GetTimestamp();
            bool Goes(int number) => seconds > 0 ? Stopwatch.GetElapsedTime(started).TotalSeconds < seconds : number < Jobs;

            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
            {
                for (int number = Interlocked.Increment(ref next) - 1; Goes(number); number = Interlocked.Increment(ref next) - 1)
                {
                    if (number % JobsBetweenKills == JobsBetweenKills - 1)
                        lock (killing)
                        {
                            replicas[random.Next(replicas.Count)].KillAndRestart();
                            kills++;
                        }
                    Assert.True(done.TryAdd(number, await load.Do(number)));
                }
            })));
            double took = Stopwatch.GetElapsedTime(started).TotalSeconds;

            // Every document is of the job that got it: none lost, none doubled, none handed to another.
            int documents = 0;
            foreach ((int number, IReadOnlyList<byte[]> got) in done)
                for (int line = 0; line < got.Count; line++, documents++)
                    Assert.Equal(MixedLoad.Mark(number, line), await load.MarkOf(got[line]));
            Assert.Equal(Enumerable.Range(0, done.Count), done.Keys.Order());
            Assert.True(kills > 0);
            output.WriteLine($"{done.Count} jobs, {documents} documents, {kills} kills, {caller.Repeated} calls repeated, in {took:F0} s");
        }
        finally
        {
            replicas.ForEach(replica => replica.Dispose());
        }
    }
}
