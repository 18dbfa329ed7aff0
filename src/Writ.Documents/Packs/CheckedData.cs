using System.Text.Json;
using Writ.Scripting;

namespace Writ.Documents;

/// <summary>Case data that has passed the schema and the statutory rules of a pack under a profile. Only <see cref="Pack.Check"/> makes one.</summary>
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

    /// <summary>The case data exactly as it was sent.</summary>
    public JsonElement Data { get; }

    /// <summary>The case data as the script sees it: every declared field present (absent texts and objects null, absent lists empty, defaults filled in).</summary>
    internal ScriptValue Model { get; }

    /// <summary>The pictures in the case data, by JSON path.</summary>
    internal IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images { get; }
}
