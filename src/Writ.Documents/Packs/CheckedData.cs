using System.Text.Json;
using Writ.Scripting;

namespace Writ.Documents;

/// <summary>Case data that has passed the schema and the statutory rules of a pack under a profile (only <see cref="Pack.Check"/> makes one), or what <see cref="Disclosing"/> made of it.</summary>
public sealed record CheckedData
{
    internal CheckedData(Pack pack, Profile profile, JsonElement data, ScriptValue model, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
    {
        Pack = pack;
        Profile = profile;
        Data = data;
        Model = model;
        Images = images;
    }

    public Pack Pack { get; }

    public Profile Profile { get; }

    /// <summary>The case data exactly as it was sent, or masked.</summary>
    public JsonElement Data { get; }

    /// <summary>What the data was derived from; null for the case data itself.</summary>
    public Derivation? Derivation { get; internal init; }

    /// <summary>The case data as the script sees it: every declared field present (absent texts and objects null, absent lists empty, defaults filled in).</summary>
    internal ScriptValue Model { get; }

    /// <summary>The pictures in the case data, by JSON path.</summary>
    internal IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images { get; }
}
