using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>Holds case data against a schema. Strict: nothing undeclared, nothing twice, nothing rounded.</summary>
internal static class SchemaValidator
{
    public static void Check(JsonElement value, SchemaNode schema, in Place place, ProblemList problems)
    {
        if (problems.IsFull) return;
        if (!TypeKeyword.Holds(value, schema.Type))
        {
            var wanted = SchemaNames.ForPeople(schema.Type);
            problems.Add("data-type-mismatch", place, $"应为{wanted.Zh}", $"must be {wanted.En}");
            return;
        }
        switch (schema.Type)
        {
            case SchemaType.Object:
                ObjectKeywords.Check(value, schema, place, problems);
                break;
            case SchemaType.Array:
                ArrayKeywords.Check(value, schema, place, problems);
                break;
            case SchemaType.String when schema.Format == TextFormat.Image:
                ImageFormat.Check(value, place, problems);
                break;
            case SchemaType.String:
                if (TextKeywords.Check(value, schema, place, problems)) FormatKeyword.Check(value.GetString()!, schema.Format, place, problems);
                break;
            case SchemaType.Number or SchemaType.Integer:
                NumberKeywords.Check(value, schema, place, problems);
                break;
        }
        ChoiceKeywords.Check(value, schema, place, problems);
    }
}
