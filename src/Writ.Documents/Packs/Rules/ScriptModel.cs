using System.Globalization;
using System.Text.Json;
using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>What a pack's script and rules see: <c>data</c>, <c>profile</c>, <c>pack</c>, <c>now</c> and <c>today</c> (Beijing time, as texts that compare).</summary>
internal static class ScriptModel
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static ScriptObject Of(JsonElement data, Profile profile, Manifest manifest, DateTimeOffset now)
    {
        var here = now.ToOffset(Beijing);
        return new ScriptObject
        {
            ["data"] = ScriptValue.FromJson(data),
            ["profile"] = profile.Script,
            ["pack"] = Of(manifest, profile),
            ["now"] = ScriptValue.From(here.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
            ["today"] = ScriptValue.From(here.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ["item"] = ScriptValue.Null,
            ["index"] = ScriptValue.Null,
        };
    }

    private static ScriptObject Of(Manifest manifest, Profile profile) => new()
    {
        ["id"] = ScriptValue.From(manifest.Id),
        ["name"] = ScriptValue.From(manifest.Name),
        ["number"] = ScriptValue.From(manifest.Number),
        ["serial"] = ScriptValue.From(profile.Codes.GetValueOrDefault(manifest.Id) ?? manifest.Serial),
    };
}
