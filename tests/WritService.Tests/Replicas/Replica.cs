using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WritService.Tests.Replicas;

/// <summary>One process of the service, which can be killed at any moment and started again at the same address.</summary>
internal sealed class Replica : IDisposable
{
    private readonly (string Name, string Value)[] settings;
    private Process process;

    /// <param name="settings">Environment variables beside those every replica has.</param>
    public Replica(params (string Name, string Value)[] settings)
    {
        this.settings = settings;
        Port = FreePort();
        process = Start();
    }

    public int Port { get; }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: nothing is finished, nothing is said good-bye to. Then a new process takes its place.</summary>
    public void KillAndRestart()
    {
        Stop();
        process = Start();
    }

    public void Dispose() => Stop();

    private void Stop()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private Process Start()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "WritService.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = WritHouse.Root };
        start.Environment["WRIT_ROOT"] = WritHouse.Root;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        foreach ((string name, string value) in settings)
            start.Environment[name] = value;
        Process started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }
}
