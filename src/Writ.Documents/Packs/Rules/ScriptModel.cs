using System.Globalization;
using System.Text.Json;
using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>What a pack's script and rules see: <c>data</c>, <c>profile</c>, <c>pack</c>, <c>document</c> (its <c>code</c>, see <see cref="DocumentCode"/>), <c>now</c> and <c>today</c> (Beijing time, as texts that compare).</summary>
internal static class ScriptModel
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Case data as scripts see it, frozen: the rules and the script share it.</summary>
    public static ScriptValue Of(JsonElement data) => ((ScriptObject)ScriptValue.FromJson(data)).Freeze();

    public static ScriptObject Of(ScriptValue data, Profile profile, Manifest manifest, DateTimeOffset now, string? code = null)
    {
        var here = now.ToOffset(Beijing);
        return new ScriptObject
        {
            ["data"] = data,
            ["profile"] = profile.Script,
            ["pack"] = Of(manifest, profile),
            ["document"] = new ScriptObject { ["code"] = ScriptValue.From(code) },
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
