using System.Text.Json;
using Writ.Scripting;

namespace Writ.Documents;

/// <summary>A bureau's own names, number prefixes, thresholds, stricter duties and calendar (规则档案). Data only.</summary>
public sealed record Profile
{
    internal Profile(string id, JsonElement model, IReadOnlyDictionary<string, string> partials)
    {
        Id = id;
        Model = model;
        Name = model.GetProperty("name").GetString()!;
        BureauName = model.GetProperty("bureau").GetProperty("name").GetString()!;
        CodeAddress = model.GetProperty("options").GetProperty("codeAddress").GetString();
        Codes = model.GetProperty("numbers").GetProperty("codes").EnumerateArray()
            .ToDictionary(code => code.GetProperty("pack").GetString()!, code => code.GetProperty("code").GetString()!);
        Holidays = Days(model, "holidays");
        MakeUpDays = Days(model, "makeUpDays");
        Disclosure = new DisclosureTerms(model.GetProperty("disclosure"));
        Script = ((ScriptObject)ScriptValue.FromJson(model)).Freeze();
        Scripts = new ScriptContext(partials) { Calendar = new WorkingCalendar(Day(model, "from"), Day(model, "to"), Holidays, MakeUpDays) };
    }

    public string Id { get; }

    /// <summary>Where a reader of a printed writ's QR code is led; null prints none.</summary>
    public string? CodeAddress { get; }

    /// <summary>What the profile is called in lists.</summary>
    public string Name { get; }

    /// <summary>机关名称 as printed on the first line of a writ.</summary>
    public string BureauName { get; }

    /// <summary>文种代字 of the bureau, by pack id, where it differs from the pack's own.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; }

    /// <summary>Whether the profile says yes or no to a duty of that name.</summary>
    internal bool KnowsDuty(string name) => Model.GetProperty("duties").TryGetProperty(name, out var duty) && duty.ValueKind is JsonValueKind.True or JsonValueKind.False;

    /// <summary>How long a tablet shows a document before it takes an act, in seconds, where a ticket does not say.</summary>
    internal int ReadingSeconds => Model.GetProperty("terms").GetProperty("readingSeconds").GetInt32();

    /// <summary>Days off besides Saturday and Sunday, as the State Council announces them.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; }

    /// <summary>Saturdays and Sundays that are worked.</summary>
    public IReadOnlySet<DateOnly> MakeUpDays { get; }

    /// <summary>What of a writ each audience may see.</summary>
    internal DisclosureTerms Disclosure { get; }

    internal bool HasDuty(string name) => Model.GetProperty("duties").TryGetProperty(name, out var duty) && duty.ValueKind == JsonValueKind.True;

    internal int Term(string name) => Model.GetProperty("terms").GetProperty(name).GetInt32();

    /// <summary>The profile as JSON, every declared member present.</summary>
    internal JsonElement Model { get; }

    /// <summary>The same, as scripts see it.</summary>
    internal ScriptObject Script { get; }

    /// <summary>Partials and working days for every script that runs under this profile.</summary>
    internal ScriptContext Scripts { get; }

    private static HashSet<DateOnly> Days(JsonElement model, string name) =>
        [.. model.GetProperty("calendar").GetProperty(name).EnumerateArray().Select(day => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd"))];

    private static DateOnly Day(JsonElement model, string name) =>
        DateOnly.ParseExact(model.GetProperty("calendar").GetProperty(name).GetString()!, "yyyy-MM-dd");
}
