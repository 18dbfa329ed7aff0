using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Writ.Benchmarks;

/// <summary>The Release build of the service on a free port of loopback, with settings of the measurement's own.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly Timer watch;
    private long most;

    private ServiceProcess(Process process, HttpClient client)
    {
        this.process = process;
        Client = client;
        watch = new Timer(_ => most = Math.Max(most, Resident), null, 0, 100);
    }

    public HttpClient Client { get; }

    public bool HasExited => process.HasExited;

    /// <summary>Resident memory in MB.</summary>
    public long Resident
    {
        get
        {
            if (process.HasExited)
                return 0;
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    public long MostResident => most;

    public static async Task<ServiceProcess> Start(params (string Name, string Value)[] settings)
    {
        string root = Root();
        using Socket free = new(SocketType.Stream, ProtocolType.Tcp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        string url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndPoint!).Port}";
        free.Close();
        ProcessStartInfo start = new("dotnet", [Path.Combine(root, "src", "WritService", "bin", "Release", "net10.0", "WritService.dll")]) { RedirectStandardOutput = true };
        start.Environment["WRIT_ROOT"] = root;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["DOTNET_gcServer"] = "0"; // as in the container
        foreach ((string name, string value) in settings)
            start.Environment[name] = value;
        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 2000 }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromHours(2) };
        for (int i = 0; i < 600 && !process.HasExited; i++)
        {
            try
            {
                if ((await client.GetAsync("/health/live")).IsSuccessStatusCode)
                    return new ServiceProcess(process, client);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }
        process.Kill();
        throw new InvalidOperationException("The service does not start; build src/WritService in Release first.");
    }

    /// <summary>The body of a render request.</summary>
    public async Task<byte[]> Example() =>
        Encoding.UTF8.GetBytes($"{{\"data\":{System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonElement.Parse(await Client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary")))}}}");

    public void Dispose()
    {
        watch.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        Client.Dispose();
    }

    private static string Root()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "WritService.sln")))
                return at.FullName;
        throw new InvalidOperationException("WritService.sln is nowhere above " + AppContext.BaseDirectory);
    }
}
