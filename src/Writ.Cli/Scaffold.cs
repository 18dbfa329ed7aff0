using System.Text;

namespace Writ.Cli;

/// <summary>The files a new pack starts from, with its own words filled in. They stand in <c>Scaffolds/</c> as a maintainer would write them.</summary>
internal static class Scaffold
{
    /// <param name="kind">Folder of the scaffold: external, record or internal.</param>
    /// <param name="words">What stands in braces: id, name, nameEn, kind, stage, number, serial, today.</param>
    public static Dictionary<string, ReadOnlyMemory<byte>> Of(string kind, IReadOnlyDictionary<string, string> words)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        foreach (string resource in typeof(Scaffold).Assembly.GetManifestResourceNames().Where(name => name.StartsWith($"Scaffolds/{kind}/", StringComparison.Ordinal)))
        {
            using StreamReader text = new(typeof(Scaffold).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            files.Add(resource[$"Scaffolds/{kind}/".Length..], Encoding.UTF8.GetBytes(words.Aggregate(text.ReadToEnd(), (all, word) => all.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal))));
        }
        return files;
    }
}
