using System.Text.Json;

namespace Writ.Documents;

/// <summary>A bureau's own names, number prefixes, thresholds, stricter duties and calendar (规则档案). Data only.</summary>
public sealed record Profile
{
    internal Profile(string id, JsonElement model)
    {
        Id = id;
        Model = model;
        Name = model.GetProperty("name").GetString()!;
        BureauName = model.GetProperty("bureau").GetProperty("name").GetString()!;
        Holidays = Days(model, "holidays");
        MakeUpDays = Days(model, "makeUpDays");
    }

    public string Id { get; }

    /// <summary>What the profile is called in lists.</summary>
    public string Name { get; }

    /// <summary>机关名称 as printed on the first line of a writ.</summary>
    public string BureauName { get; }

    /// <summary>Days off besides Saturday and Sunday, as the State Council announces them.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; }

    /// <summary>Saturdays and Sundays that are worked.</summary>
    public IReadOnlySet<DateOnly> MakeUpDays { get; }

    /// <summary>What scripts and rules see as <c>profile</c>.</summary>
    internal JsonElement Model { get; }

    private static HashSet<DateOnly> Days(JsonElement model, string name) =>
        [.. model.GetProperty("calendar").GetProperty(name).EnumerateArray().Select(day => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd"))];
}
