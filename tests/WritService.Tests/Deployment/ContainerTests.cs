using System.Text.Json;
using System.Text.RegularExpressions;

namespace WritService.Tests.Deployment;

/// <summary>The container file, read: what it copies is there, what it runs is no root, and what it builds upon has a version.</summary>
public sealed partial class ContainerTests
{
    private static readonly string[] Instructions = Joined().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public void Every_image_has_an_exact_version()
    {
        string[] images = [.. Of("FROM").Select(from => from.Split(' ')[0]), (string)Yaml.Read("compose.yaml")["services"]!["haproxy"]!["image"]!];
        Assert.Equal(4, images.Length);
        Assert.All(images, image => Assert.Matches(@":(\d+\.\d+\.\d+|\d{2}\.\d+)(-[a-z-]+)?$", image));
    }

    [Fact]
    public void What_is_copied_is_in_the_repository_and_not_left_out_of_the_context()
    {
        string[] leftOut = File.ReadAllLines(Path.Combine(WritHouse.Root, ".dockerignore"));
        string[] sources = [.. Of("COPY").Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal)).SelectMany(copy => copy.Split(' ')[..^1])];
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(WritHouse.Root, source)), source));
        Assert.DoesNotContain(sources, source => leftOut.Contains(source.TrimEnd('/').Split('/')[0]));
        Assert.Contains("certs-dev", leftOut);
    }

    [Fact]
    public void Every_stage_that_is_copied_from_exists_and_every_font_is_brought_along()
    {
        string[] stages = [.. Of("FROM").Where(from => from.Contains(" AS ", StringComparison.Ordinal)).Select(from => from.Split(" AS ")[1])];
        string[][] brought = [.. Of("COPY").Where(copy => copy.StartsWith("--from=", StringComparison.Ordinal)).Select(copy => copy["--from=".Length..].Split(' '))];
        Assert.All(brought, copy => Assert.Contains(copy[0], stages));

        using JsonDocument fonts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(WritHouse.Root, "src", "WritService", "fonts.json")));
        string[] files = [.. Fonts().Matches(fonts.RootElement.GetRawText()).Select(match => match.Groups[1].Value).Distinct()];
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(brought, copy => copy[0] == "fonts" && file.StartsWith(copy[1], StringComparison.Ordinal) && copy[1] == copy[2]));
    }

    [Fact]
    public void The_service_is_no_root_and_its_health_is_asked_for()
    {
        Assert.Equal("$APP_UID", Assert.Single(Of("USER")));
        Assert.Equal("""["dotnet", "WritService.dll"]""", Assert.Single(Of("ENTRYPOINT")));
        Assert.EndsWith("""CMD ["dotnet", "/cli/writ.dll", "health", "http://127.0.0.1:8080"]""", Assert.Single(Of("HEALTHCHECK")));
        Assert.DoesNotContain(Instructions, line => Secret().IsMatch(line));
    }

    [Fact]
    public void Compose_writes_nowhere_and_names_the_replicas_that_the_balancer_asks()
    {
        System.Text.Json.Nodes.JsonObject compose = Yaml.Read("compose.yaml"), services = compose["services"]!.AsObject();
        foreach (string replica in new[] { "one", "two", "three" })
        {
            Assert.Equal("true", (string?)services[replica]!["read_only"]);
            Assert.Equal($"{replica}:8080", (string?)services["haproxy"]!["environment"]!["WRIT_" + replica.ToUpperInvariant()]);
        }
        string balancer = File.ReadAllText(Path.Combine(Yaml.Folder, "haproxy", "haproxy.cfg"));
        string[] wanted = [.. Asked().Matches(balancer).Select(match => match.Groups[1].Value)];
        Assert.Equal(services["haproxy"]!["environment"]!.AsObject().Select(variable => variable.Key).Order(), wanted.Order());
    }

    private static IEnumerable<string> Of(string instruction) => Instructions.Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..].Trim());

    // A line that ends in a backslash goes on in the next.
    private static string Joined() => Continued().Replace(File.ReadAllText(Path.Combine(WritHouse.Root, "Dockerfile")), " ");

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex("\"file\": \"([^\"]+)\"")]
    private static partial Regex Fonts();

    [GeneratedRegex(@"(?i)password|secret|api_?key|\.p12|\.pem")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\$\{(WRIT_[A-Z]+)\}")]
    private static partial Regex Asked();
}
