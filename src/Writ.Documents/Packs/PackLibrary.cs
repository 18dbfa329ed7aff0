using System.Text;
using Writ.Documents.Packs;

namespace Writ.Documents;

/// <summary>Every pack and profile of the template folder, parsed once, immutable.</summary>
public sealed class PackLibrary
{
    private readonly Dictionary<string, Pack> _byName = new(StringComparer.Ordinal);

    internal PackLibrary(IReadOnlyList<Pack> packs, IReadOnlyDictionary<string, Profile> profiles, IReadOnlyList<LocalRule> localRules)
    {
        LocalRules = localRules;
        Packs = packs;
        Profiles = profiles;
        foreach (var pack in packs) _byName[pack.Id] = pack;
        foreach (var pack in packs) _byName.TryAdd(pack.Name.Zh, pack);
        // A former name finds its pack only where it is not the name of another one.
        foreach (var pack in packs)
            foreach (var former in pack.FormerNames) _byName.TryAdd(former, pack);
    }

    /// <summary>In the order of the numbers: 1, 2 … 56, X-01 …</summary>
    public IReadOnlyList<Pack> Packs { get; }

    /// <summary>By id; <c>default</c> is always there.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles { get; }

    /// <summary>The bureaus' own rules that the packs answer.</summary>
    public IReadOnlyList<LocalRule> LocalRules { get; }

    /// <summary>Reads the template folder.</summary>
    /// <param name="files">Path relative to <c>templates/</c>, with forward slashes, to file content.</param>
    /// <exception cref="PackException">Something is wrong; lists every mistake with file, line and column.</exception>
    public static PackLibrary Load(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) => new LibraryReader(files).Read();

    /// <summary>By id, Chinese name or former name; null when there is none.</summary>
    public Pack? Find(string idOrChineseName) => _byName.GetValueOrDefault(idOrChineseName);
}
