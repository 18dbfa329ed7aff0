using System.Globalization;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>Reads the members of one JSON object strictly: each is asked for by name, and what nobody asked for is a problem.</summary>
internal sealed class Members
{
    private readonly JsonElement value;
    private readonly List<Problem> problems;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public Members(JsonElement value, string path, List<Problem> problems, AttestationLimits limits)
    {
        this.value = value;
        this.problems = problems;
        Path = path;
        Limits = limits;
        if (value.ValueKind != JsonValueKind.Object) Report("attestation-malformed", path, "应为 JSON 对象。", "A JSON object is expected.");
    }

    public string Path { get; }

    public AttestationLimits Limits { get; }

    public List<Problem> Problems => problems;

    public string Required(string name, int? longest = null)
    {
        if (Text(name, longest) is { } text) return text;
        if (Find(name) is null) Missing(name);
        return "";
    }

    /// <summary>A text that may be absent; present, it says something.</summary>
    public string? Text(string name, int? longest = null, bool mayBeEmpty = false)
    {
        if (Find(name) is not { } member) return null;
        if (member.ValueKind != JsonValueKind.String) return Mistyped<string>(name, "文本", "a text");
        var text = member.GetString()!;
        if (text.Length > (longest ?? Limits.ShortText))
            Report("attestation-text-too-long", At(name), $"不得超过 {longest ?? Limits.ShortText} 个字符。", $"At most {longest ?? Limits.ShortText} characters.");
        else if (!mayBeEmpty && string.IsNullOrWhiteSpace(text))
            Report("attestation-member-missing", At(name), "不得为空白。", "Must not be blank.");
        else if (text.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0)
            Report("attestation-malformed", At(name), "不得含控制字符或换行。", "No control characters or line breaks.");
        else return text;
        return null;
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } member) return false;
        if (member.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Mistyped<string>(name, "true 或 false", "true or false");
        return member.ValueKind == JsonValueKind.True;
    }

    public int Whole(string name)
    {
        if (Find(name) is not { } member) { Missing(name); return 0; }
        if (Whole(member) is { } number) return number;
        Mistyped<string>(name, "整数", "a whole number");
        return 0;
    }

    /// <summary>A whole number, or null where the value is none.</summary>
    public static int? Whole(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>A moment with its offset (RFC 3339); a moment without one means nothing.</summary>
    public DateTimeOffset? Moment(string name, bool required)
    {
        var text = required ? Required(name) : Text(name);
        if (text is null or "") return null;
        var offset = text[^1] is 'Z' || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (offset && text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        Report("attestation-time-malformed", At(name), "应为带时区的时刻，如 2026-11-22T10:05:00+08:00。", "A moment with its offset, such as 2026-11-22T10:05:00+08:00.");
        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Report("attestation-time-malformed", At(name), "应为日期，如 2026-11-22。", "A date, such as 2026-11-22.");
        return null;
    }

    /// <summary>A SHA-256 in lower-case hexadecimal.</summary>
    public string? Digest(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text.Length == 64 && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0) return text;
        Report("attestation-digest-malformed", At(name), "应为 64 位小写十六进制的 SHA-256。", "A SHA-256 as 64 lower-case hexadecimal digits.");
        return null;
    }

    public JsonElement? Find(string name)
    {
        asked.Add(name);
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
    }

    /// <summary>The names of all members, as they stand.</summary>
    public IEnumerable<string> Names() => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(member => member.Name) : [];

    /// <summary>A list of short names, each once.</summary>
    public List<string> Names(string name, int most)
    {
        var names = new List<string>();
        foreach (var (item, path) in Items(name, most))
        {
            if (item.ValueKind != JsonValueKind.String || item.GetString()!.Length > Limits.ShortText) Report("attestation-member-mistyped", path, "应为短文本。", "Must be a short text.");
            else if (names.Contains(item.GetString()!)) Report("slot-repeated", path, $"“{item.GetString()}”重复。", $"{item.GetString()} is named twice.");
            else names.Add(item.GetString()!);
        }
        return names;
    }

    public Members? Object(string name) => Find(name) is { } member ? new Members(member, At(name), problems, Limits) : null;

    /// <summary>The items of an array, none when it is absent.</summary>
    public IEnumerable<(JsonElement Value, string Path)> Items(string name, int most)
    {
        if (Find(name) is not { } member) return [];
        if (member.ValueKind != JsonValueKind.Array) { Mistyped<string>(name, "数组", "an array"); return []; }
        if (member.GetArrayLength() > most)
        {
            Report("attestation-list-too-long", At(name), $"至多 {most} 项。", $"At most {most} items.");
            return [];
        }
        return member.EnumerateArray().Select((item, index) => (item, $"{At(name)}[{index}]"));
    }

    /// <summary>Everything has been asked for: what is left over is unknown.</summary>
    public void End()
    {
        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (var member in value.EnumerateObject())
            if (!asked.Contains(member.Name))
                Report("attestation-member-unknown", At(member.Name), $"签署记录没有“{member.Name}”这一项。", $"An attestation of this kind has no member {member.Name}.");
    }

    public void Missing(string name) => Report("attestation-member-missing", At(name), $"缺少“{name}”。", $"The member {name} is missing.");

    public void Report(string code, string path, string zh, string en) => problems.Add(new Problem(code, path, new Bilingual(zh, en)));

    public string At(string name) => $"{Path}.{name}";

    private T? Mistyped<T>(string name, string zh, string en) where T : class
    {
        Report("attestation-member-mistyped", At(name), $"应为{zh}。", $"Must be {en}.");
        return null;
    }
}
