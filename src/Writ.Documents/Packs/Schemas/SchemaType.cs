namespace Writ.Documents.Packs;

internal enum SchemaType
{
    Object,
    Array,
    String,
    Number,
    Integer,
    Boolean,
}
