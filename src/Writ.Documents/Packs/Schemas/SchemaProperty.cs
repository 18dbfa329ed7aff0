namespace Writ.Documents.Packs;

/// <summary>A declared field of an object.</summary>
internal sealed record SchemaProperty(string Name, SchemaNode Schema, bool Required, SourcePosition At)
{
    /// <summary>How to call the field in front of people: 「被询问人」.</summary>
    public string Zh => Schema.Title ?? Name;

    public string En => Schema.TitleEn ?? Name;
}
