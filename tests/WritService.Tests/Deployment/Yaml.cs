using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace WritService.Tests.Deployment;

/// <summary>YAML files of the house as JSON nodes: scalars stay text, anchors are followed.</summary>
internal static class Yaml
{
    public static string Folder { get; } = Path.Combine(WritHouse.Root, "deploy");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The one document in the file; the path is below <c>deploy/</c>.</summary>
    public static JsonObject Read(string path)
    {
        YamlStream stream = [];
        using StreamReader reader = new(Path.Combine(Folder, path));
        stream.Load(reader);
        return Node(Assert.Single((IEnumerable<YamlDocument>)stream.Documents).RootNode)!.AsObject();
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => Mapping(mapping),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Node)]),
        _ => ((YamlScalarNode)node).Value,
    };

    private static JsonObject Mapping(YamlMappingNode mapping)
    {
        JsonObject made = [];
        foreach ((YamlNode key, YamlNode value) in mapping)
            made.Add(((YamlScalarNode)key).Value!, Node(value));
        return made;
    }
}
