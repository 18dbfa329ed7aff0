using System.Text.Json.Nodes;

namespace WritService.Tests.Deployment;

/// <summary>The manifests fit each other and the service: without a cluster, by reading.</summary>
public sealed class KubernetesTests
{
    private const string Name = "writ-service", Base = "kubernetes/base/";
    private static readonly JsonObject Pod = (JsonObject)Yaml.Read(Base + "deployment.yaml")["spec"]!["template"]!;
    private static readonly JsonObject Container = (JsonObject)Assert.Single(Pod["spec"]!["containers"]!.AsArray())!;

    [Fact]
    public void Every_manifest_is_YAML_and_of_its_base()
    {
        string[] resources = [.. Texts(Yaml.Read(Base + "kustomization.yaml")["resources"])];
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(Yaml.Folder, Base)).Select(Path.GetFileName).Where(file => file != "kustomization.yaml").Order(), resources.Order());
        foreach (string resource in resources)
        {
            JsonObject manifest = Yaml.Read(Base + resource);
            Assert.Equal(Name, (string?)manifest["metadata"]!["name"]);
            Assert.Equal(Name, (string?)manifest["metadata"]!["labels"]!["app.kubernetes.io/name"]);
            Assert.Equal(Kind(resource), (string?)manifest["kind"]);
        }
    }

    [Fact]
    public void Every_selector_finds_the_pods()
    {
        JsonNode labels = Pod["metadata"]!["labels"]!;
        JsonNode?[] selectors =
        [
            Yaml.Read(Base + "deployment.yaml")["spec"]!["selector"]!["matchLabels"],
            Yaml.Read(Base + "service.yaml")["spec"]!["selector"],
            Yaml.Read(Base + "pod-disruption-budget.yaml")["spec"]!["selector"]!["matchLabels"],
            Yaml.Read(Base + "network-policy.yaml")["spec"]!["podSelector"]!["matchLabels"],
            Pod["spec"]!["topologySpreadConstraints"]![0]!["labelSelector"]!["matchLabels"],
        ];
        Assert.All(selectors, selector => Assert.True(JsonNode.DeepEquals(labels, selector)));
        JsonNode target = Yaml.Read(Base + "horizontal-pod-autoscaler.yaml")["spec"]!["scaleTargetRef"]!;
        Assert.Equal(("apps/v1", "Deployment", Name), ((string?)target["apiVersion"], (string?)target["kind"], (string?)target["name"]));
    }

    [Fact]
    public void Fewer_pods_may_be_away_than_there_are()
    {
        int least = int.Parse((string)Yaml.Read(Base + "horizontal-pod-autoscaler.yaml")["spec"]!["minReplicas"]!);
        Assert.InRange(int.Parse((string)Yaml.Read(Base + "pod-disruption-budget.yaml")["spec"]!["minAvailable"]!), 1, least - 1);
    }

    [Fact]
    public void Ports_and_probes_are_those_of_the_service()
    {
        JsonNode port = Assert.Single(Container["ports"]!.AsArray())!;
        Assert.Contains($"ASPNETCORE_URLS=http://+:{port["containerPort"]}", File.ReadAllText(Path.Combine(WritHouse.Root, "Dockerfile")), StringComparison.Ordinal);
        Assert.Equal((string?)port["name"], (string?)Yaml.Read(Base + "service.yaml")["spec"]!["ports"]![0]!["targetPort"]);
        Assert.Equal((string?)port["name"], (string?)Yaml.Read(Base + "network-policy.yaml")["spec"]!["ingress"]![0]!["ports"]![0]!["port"]);

        JsonObject paths = JsonNode.Parse(File.ReadAllText(Path.Combine(WritHouse.Root, "openapi", "writ-service.json")))!["paths"]!.AsObject();
        foreach ((string probe, string path) in new[] { ("startupProbe", "/health/ready"), ("readinessProbe", "/health/ready"), ("livenessProbe", "/health/live") })
        {
            JsonNode asked = Container[probe]!["httpGet"]!;
            Assert.Equal((path, (string?)port["name"]), ((string?)asked["path"], (string?)asked["port"]));
            Assert.NotNull(paths[path]?["get"]);
        }
    }

    [Fact]
    public void A_pod_runs_as_nobody_writes_nowhere_and_gains_nothing()
    {
        JsonNode pod = Pod["spec"]!["securityContext"]!, container = Container["securityContext"]!;
        Assert.Equal(("true", "RuntimeDefault"), ((string?)pod["runAsNonRoot"], (string?)pod["seccompProfile"]!["type"]));
        Assert.NotEqual("0", (string?)pod["runAsUser"]);
        Assert.Equal(("true", "false"), ((string?)container["readOnlyRootFilesystem"], (string?)container["allowPrivilegeEscalation"]));
        Assert.Equal(["ALL"], Texts(container["capabilities"]!["drop"]));
        Assert.Equal("false", (string?)Pod["spec"]!["automountServiceAccountToken"]);
        Assert.NotNull(Container["resources"]!["limits"]!["memory"]);
        Assert.DoesNotContain(Pod["spec"]!["volumes"]!.AsArray(), volume => volume!["hostPath"] is not null);
    }

    [Fact]
    public void Secrets_are_referred_to_and_mounted_where_settings_say()
    {
        Assert.DoesNotContain(Yaml.Files, file => (string?)Yaml.Read(Path.GetRelativePath(Yaml.Folder, file))["kind"] == "Secret");
        Dictionary<string, string> mounts = Container["volumeMounts"]!.AsArray().ToDictionary(mount => (string)mount!["name"]!, mount => (string)mount!["mountPath"]!);
        Assert.Equal(mounts.Keys.Order(), Pod["spec"]!["volumes"]!.AsArray().Select(volume => (string)volume!["name"]!).Order());
        string seals = (string)Container["env"]!.AsArray().Single(variable => (string?)variable!["name"] == "Writ__Seals")!["value"]!;
        Assert.Equal(mounts["seals"], Path.GetDirectoryName(seals));
    }

    [Theory]
    [InlineData("production")]
    [InlineData("staging")]
    public void An_overlay_patches_what_is_there(string overlay)
    {
        string folder = $"kubernetes/overlays/{overlay}/";
        JsonObject kustomization = Yaml.Read(folder + "kustomization.yaml");
        Assert.All(Texts(kustomization["resources"]), resource => Assert.True(Path.Exists(Path.Combine(Yaml.Folder, folder, resource, "kustomization.yaml"))));
        Assert.Contains(Container["envFrom"]!.AsArray(), source => (string?)source!["configMapRef"]?["name"] == (string?)kustomization["configMapGenerator"]![0]!["name"]);
        Assert.Equal((string?)Container["image"], (string?)kustomization["images"]![0]!["name"]);

        HashSet<(string?, string?)> known = [.. Texts(Yaml.Read(Base + "kustomization.yaml")["resources"]).Select(file => Target(Yaml.Read(Base + file)))];
        foreach (JsonNode? patch in kustomization["patches"]!.AsArray())
            Assert.Contains(patch!["path"] is { } file ? Target(Yaml.Read(folder + (string)file!)) : ((string?)patch["target"]!["kind"], (string?)patch["target"]!["name"]), known);
    }

    private static (string?, string?) Target(JsonObject manifest) => ((string?)manifest["kind"], (string?)manifest["metadata"]!["name"]);

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);

    // horizontal-pod-autoscaler.yaml holds a HorizontalPodAutoscaler.
    private static string Kind(string file) => string.Concat(Path.GetFileNameWithoutExtension(file).Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
