using System.Text.Json;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>The templates of this repository, loaded once, and the clock their examples are checked at.</summary>
internal static class Templates
{
    public static readonly DateTimeOffset Now = PackExample.Moment;

    private static readonly Lazy<PackLibrary> Loaded = new(() => PackLibrary.Load(Files()));

    public static PackLibrary Library => Loaded.Value;

    public static Dictionary<string, ReadOnlyMemory<byte>> Files()
    {
        var root = Path.Combine(Golden.Root, "templates");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), path => (ReadOnlyMemory<byte>)File.ReadAllBytes(path));
    }

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    /// <summary>The example of a pack that has the given name.</summary>
    public static PackExample Example(string pack, string name) =>
        Library.Find(pack)!.Examples.Single(example => example.Name == name && !example.IsRejected);
}
