namespace Writ.Documents.Packs;

/// <summary>The closed list of <c>format</c> values.</summary>
internal enum TextFormat
{
    None,
    Date,
    DateTime,
    Time,
    Money,
    IdCard,
    CreditCode,
    Phone,

    /// <summary>The name of a person or an organisation: says how it is masked, demands nothing.</summary>
    Name,

    /// <summary>A picture: PNG or JPEG in base64.</summary>
    Image,
}
