using System.Globalization;
using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>Takes the members of one JSON object by name and complains about whatever is missing, mistyped or left over.</summary>
internal sealed class ObjectCursor
{
    private readonly string _file;
    private readonly LocatedJson _object;
    private readonly List<PackProblem> _problems;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ObjectCursor(string file, LocatedJson value, List<PackProblem> problems)
    {
        _file = file;
        _problems = problems;
        _object = value;
        if (value.Kind != JsonValueKind.Object)
        {
            Complain(value.At, "pack-type-mismatch", "此处应为对象", "an object is expected here");
            _object = value with { Kind = JsonValueKind.Object, Members = [], Items = [] };
        }
    }

    public SourcePosition At => _object.At;

    public LocatedJson? Any(string name, bool required = false)
    {
        _taken.Add(name);
        var value = _object.Find(name);
        if (value is null && required)
            Complain(_object.At, "pack-key-missing", $"缺少键“{name}”", $"key \"{name}\" is missing");
        return value;
    }

    public string Text(string name) => TextOrNull(name, required: true) ?? "";

    public string? TextOrNull(string name, bool required = false)
    {
        var value = Any(name, required);
        if (value is null || value.Kind == JsonValueKind.Null) return null;
        if (value.Kind == JsonValueKind.String) return value.Text;
        Complain(value.At, "pack-type-mismatch", $"“{name}”应为文本", $"\"{name}\" must be a string");
        return null;
    }

    public bool Flag(string name, bool otherwise = false)
    {
        var value = Any(name);
        if (value is null) return otherwise;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False) return value.Kind == JsonValueKind.True;
        Complain(value.At, "pack-type-mismatch", $"“{name}”应为true或false", $"\"{name}\" must be true or false");
        return otherwise;
    }

    public int? Whole(string name)
    {
        var value = Any(name);
        if (value is null) return null;
        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return whole;
        Complain(value.At, "pack-type-mismatch", $"“{name}”应为非负整数", $"\"{name}\" must be a non-negative integer");
        return null;
    }

    public decimal? Exact(string name)
    {
        var value = Any(name);
        if (value is null) return null;
        if (value.Kind == JsonValueKind.Number && ExactDecimal.TryRead(value.Text, out var number)) return number;
        Complain(value.At, "pack-type-mismatch", $"“{name}”应为十进制数", $"\"{name}\" must be an exact decimal number");
        return null;
    }

    public Bilingual Both(string name)
    {
        var value = Any(name, required: true);
        if (value is null) return new Bilingual("", "");
        var inner = new ObjectCursor(_file, value, _problems);
        var both = new Bilingual(inner.Text("zh"), inner.Text("en"));
        inner.Close();
        return both;
    }

    public IReadOnlyList<LocatedJson> List(string name, bool required = false)
    {
        var value = Any(name, required);
        if (value is null) return [];
        if (value.Kind == JsonValueKind.Array) return value.Items;
        Complain(value.At, "pack-type-mismatch", $"“{name}”应为数组", $"\"{name}\" must be an array");
        return [];
    }

    public IReadOnlyList<string> Texts(string name, bool required = false)
    {
        var texts = new List<string>();
        foreach (var item in List(name, required))
        {
            if (item.Kind == JsonValueKind.String) texts.Add(item.Text);
            else Complain(item.At, "pack-type-mismatch", $"“{name}”的每一项应为文本", $"every item of \"{name}\" must be a string");
        }
        return texts;
    }

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> choices, T otherwise)
    {
        var text = TextOrNull(name, required: true);
        if (text is null) return otherwise;
        if (choices.TryGetValue(text, out var chosen)) return chosen;
        Complain(_object.Find(name)!.At, "pack-value-not-allowed",
            $"“{name}”只能是：{string.Join("、", choices.Keys)}", $"\"{name}\" must be one of: {string.Join(", ", choices.Keys)}");
        return otherwise;
    }

    public void Complain(SourcePosition at, string code, string zh, string en) =>
        _problems.Add(new PackProblem(_file, at.Line, at.Column, code, new Bilingual(zh, en)));

    /// <summary>Every member nobody asked for is an unknown key.</summary>
    public void Close()
    {
        foreach (var member in _object.Members)
            if (!_taken.Contains(member.Name))
                Complain(member.At, "pack-key-unknown", $"未知的键“{member.Name}”", $"unknown key \"{member.Name}\"");
    }
}
