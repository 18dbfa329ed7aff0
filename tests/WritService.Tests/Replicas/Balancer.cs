using System.Diagnostics;

namespace WritService.Tests.Replicas;

/// <summary>HAProxy with the configuration that the house deploys, before replicas on this machine.</summary>
internal sealed class Balancer : IDisposable
{
    private readonly Process process;

    public Balancer(int port, IReadOnlyList<Replica> replicas)
    {
        ProcessStartInfo start = new(Program!, ["-db", "-f", Path.Combine(WritHouse.Root, "deploy", "haproxy", "haproxy.cfg")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WRIT_BIND"] = $"127.0.0.1:{port}";
        foreach ((string name, Replica replica) in new[] { "WRIT_ONE", "WRIT_TWO", "WRIT_THREE" }.Zip(replicas))
            start.Environment[name] = $"127.0.0.1:{replica.Port}";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Where HAProxy is; null where it is not installed.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/bin/haproxy" }.FirstOrDefault(File.Exists);

    public Uri Address { get; }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
