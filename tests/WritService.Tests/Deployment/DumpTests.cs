using System.Net;
using WritService.Tests.Replicas;

namespace WritService.Tests.Deployment;

/// <summary>Keys lie in memory while the service runs; as it is deployed, nobody can have that memory written to a file.</summary>
public sealed class DumpTests
{
    private const string Forbidden = "DOTNET_EnableDiagnostics";

    [Fact]
    public void Every_deployment_forbids_dumps_by_runtime_and_kernel()
    {
        Assert.Contains($"{Forbidden}=0", File.ReadAllText(Path.Combine(WritHouse.Root, "Dockerfile")), StringComparison.Ordinal);
        string[] unit = File.ReadAllLines(Path.Combine(Yaml.Folder, "systemd", "writ-service.service"));
        Assert.Contains("LimitCORE=0", unit);
        Assert.Contains($"Environment={Forbidden}=0", unit);
        foreach (string replica in new[] { "one", "two", "three" })
            Assert.Equal("0", (string?)Yaml.Read("compose.yaml")["services"]![replica]!["ulimits"]!["core"]);
    }

    [Fact]
    public async Task The_runtime_offers_no_door_for_dumps_when_they_are_forbidden()
    {
        // The runtime's own tools ask for a dump at a socket in the folder for temporary files.
        Assert.NotEmpty(await Doors("1"));
        Assert.Empty(await Doors("0"));
    }

    private static async Task<string[]> Doors(string diagnostics)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            using Replica replica = new(("TMPDIR", folder.FullName), (Forbidden, diagnostics));
            using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{replica.Port}") };
            (HttpResponseMessage answer, _) = await new PatientCaller(client).Call(() => new HttpRequestMessage(HttpMethod.Get, "/health/live"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return [.. folder.EnumerateFiles("dotnet-diagnostic-*").Select(file => file.Name)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
