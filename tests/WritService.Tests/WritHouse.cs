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
    private readonly Lazy<string> ownCertificates = new(CopyRecipe);

    public WritHouse()
    {
    }

    internal WritHouse(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        foreach ((string name, string value) in settings)
            this.settings[name] = value;
    }

    /// <summary>When set, the service's clock stands at this moment, and its development certificates are made then: those of the installation may be younger.</summary>
    internal DateTimeOffset? Clock { get; init; }

    /// <summary>The folder of a stopped house's certificates, for another house with the same keys.</summary>
    internal string Certificates => ownCertificates.Value;

    internal string Environment { get; init; } = "Development";

    /// <summary>The folder that holds WritService.sln.</summary>
    internal static string Root { get; } = FindRoot();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Writ:Root", Root);
        if (Clock is not null)
            builder.UseSetting("Writ:Certificates", ownCertificates.Value);
        foreach ((string name, string? value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            if (Clock is { } moment)
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new StoppedClock(moment)));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && ownCertificates.IsValueCreated && Directory.Exists(ownCertificates.Value))
            Directory.Delete(ownCertificates.Value, recursive: true);
    }

    private static string CopyRecipe()
    {
        string folder = Directory.CreateTempSubdirectory("writ-certificates-").FullName;
        File.Copy(Path.Combine(Root, "certs-dev", "recipe.json"), Path.Combine(folder, "recipe.json"));
        return folder;
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
