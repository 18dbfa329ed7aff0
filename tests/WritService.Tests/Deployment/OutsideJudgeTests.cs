using System.Diagnostics;
using WritService.Tests.Replicas;

namespace WritService.Tests.Deployment;

/// <summary>HAProxy and systemd judge the files written for them, where they are installed.</summary>
public sealed class OutsideJudgeTests
{
    [ReplicaFact]
    public async Task HAProxy_takes_the_configuration()
    {
        (int exit, string said) = await Run(Balancer.Program!, ["-c", "-f", Path.Combine(Yaml.Folder, "haproxy", "haproxy.cfg")],
            ("WRIT_BIND", "127.0.0.1:8080"), ("WRIT_ONE", "127.0.0.1:8081"), ("WRIT_TWO", "127.0.0.1:8082"), ("WRIT_THREE", "127.0.0.1:8083"));
        Assert.True(exit == 0, said);
        Assert.DoesNotContain("WARNING", said, StringComparison.Ordinal);
    }

    [SystemdFact]
    public async Task Systemd_takes_the_unit_and_finds_it_well_shut()
    {
        string unit = Path.Combine(Yaml.Folder, "systemd", "writ-service.service");
        (int exit, string said) = await Run(SystemdFactAttribute.Program, ["verify", "--man=no", unit]);
        // The program stands in the installation, not here; everything else has to be right.
        Assert.True(exit == 0 || said.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.Contains("/usr/bin/dotnet is not executable", StringComparison.Ordinal)), said);
        (exit, said) = await Run(SystemdFactAttribute.Program, ["security", "--offline=yes", "--threshold=20", unit]);
        Assert.True(exit == 0, said);
    }

    private static async Task<(int Exit, string Said)> Run(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
