using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace WritService.Tests;

/// <summary>The service in this process, with settings of the test's own. Shared by the tests of a class unless they need other settings.</summary>
public class WritHouse : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings = new();

    public WritHouse()
    {
    }

    internal WritHouse(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        foreach ((string name, string value) in settings)
            this.settings[name] = value;
    }

    /// <summary>When set, the service's clock stands at this moment.</summary>
    internal DateTimeOffset? Clock { get; init; }

    internal string Environment { get; init; } = "Development";

    /// <summary>The folder that holds WritService.sln.</summary>
    internal static string Root { get; } = FindRoot();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Writ:Root", Root);
        foreach ((string name, string? value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            if (Clock is { } moment)
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new StoppedClock(moment)));
        });
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "WritService.sln")))
                return at.FullName;
        throw new InvalidOperationException("WritService.sln is nowhere above " + AppContext.BaseDirectory);
    }

    private sealed class StoppedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
    }
}
