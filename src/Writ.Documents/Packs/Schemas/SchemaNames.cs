namespace Writ.Documents.Packs;

/// <summary>The words of the schema language.</summary>
internal static class SchemaNames
{
    public static readonly IReadOnlyDictionary<string, SchemaType> Types = new Dictionary<string, SchemaType>
    {
        ["object"] = SchemaType.Object, ["array"] = SchemaType.Array, ["string"] = SchemaType.String,
        ["number"] = SchemaType.Number, ["integer"] = SchemaType.Integer, ["boolean"] = SchemaType.Boolean,
    };

    public static readonly IReadOnlyDictionary<string, TextFormat> Formats = new Dictionary<string, TextFormat>
    {
        ["date"] = TextFormat.Date, ["date-time"] = TextFormat.DateTime, ["time"] = TextFormat.Time, ["money"] = TextFormat.Money,
        ["id-card"] = TextFormat.IdCard, ["credit-code"] = TextFormat.CreditCode, ["phone"] = TextFormat.Phone, ["image"] = TextFormat.Image, ["name"] = TextFormat.Name,
    };

    public static string Of(SchemaType type) => Types.First(pair => pair.Value == type).Key;

    public static string Of(TextFormat format) => Formats.First(pair => pair.Value == format).Key;

    public static Bilingual ForPeople(SchemaType type) => type switch
    {
        SchemaType.Object => new Bilingual("对象", "an object"),
        SchemaType.Array => new Bilingual("数组", "an array"),
        SchemaType.String => new Bilingual("文本", "a string"),
        SchemaType.Number => new Bilingual("数值", "a number"),
        SchemaType.Integer => new Bilingual("整数", "an integer"),
        _ => new Bilingual("true或false", "true or false"),
    };
}
