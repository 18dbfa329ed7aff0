using System.Globalization;

namespace Writ.Documents.Packs;

/// <summary>Where a value stands in the case data: its JSON path, and what to call it in front of people.</summary>
internal readonly record struct Place(string Path, string Zh, string En)
{
    public static readonly Place Root = new("$", "案情数据", "case data");

    public Place Field(SchemaProperty property) => new($"{Path}.{property.Name}", property.Zh, property.En);

    public Place Item(int index, SchemaNode item)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return new Place($"{Path}[{index.ToString(CultureInfo.InvariantCulture)}]", $"{item.Title ?? Zh}（第{number}项）", $"{item.TitleEn ?? En} (no. {number})");
    }

    /// <summary>A field nobody declared: names that are not plain words are quoted as JSON paths quote them.</summary>
    public Place Unknown(string name)
    {
        var plain = name.Length > 0 && name.Length <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        var shown = name.Length <= 64 ? name : name[..64] + "…";
        return new Place(plain ? $"{Path}.{shown}" : $"{Path}['{shown.Replace("\\", "\\\\").Replace("'", "\\'")}']", shown, shown);
    }
}
