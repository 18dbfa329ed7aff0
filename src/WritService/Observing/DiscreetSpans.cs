using System.Diagnostics;
using OpenTelemetry;

namespace WritService.Observing;

/// <summary>Takes out of a span what the framework notes of its own accord and what may name a person: paths, queries, addresses, programs.</summary>
internal sealed class DiscreetSpans : BaseProcessor<Activity>
{
    private static readonly string[] Untold = ["url.path", "url.query", "url.full", "server.address", "client.address", "network.peer.address", "user_agent.original", "exception.message", "exception.stacktrace"];

    public override void OnEnd(Activity data)
    {
        foreach (string name in Untold)
            data.SetTag(name, null);
    }
}
