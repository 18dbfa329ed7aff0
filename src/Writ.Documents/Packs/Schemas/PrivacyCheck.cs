namespace Writ.Documents.Packs;

/// <summary>Every field of a pack has a privacy class, and what may have to be withheld can be.</summary>
internal static class PrivacyCheck
{
    public static void Check(string file, SourcePosition at, SchemaNode root, List<PackProblem> problems)
    {
        if (root.Privacy is null || root.PrivacyWhen is not null)
        {
            problems.Add(new PackProblem(file, at.Line, at.Column, "pack-privacy-missing", new Bilingual(
                "案情数据本身应有x-privacy：没有单独规定的字段都属于这一级", "the case data itself needs x-privacy: the class of every field that has none of its own")));
            return;
        }
        foreach (var property in root.Properties) Check(file, property.At, property, "$", root.Privacy, problems);
    }

    private static void Check(string file, SourcePosition at, SchemaProperty property, string above, string within, List<PackProblem> problems)
    {
        var path = $"{above}.{property.Name}";
        var node = property.Schema;
        var privacy = PrivacyClass.Within(within, node.Privacy)!;
        while (node is { Type: SchemaType.Array, Items: { } items })
        {
            path += "[*]";
            node = items;
            privacy = PrivacyClass.Within(privacy, node.Privacy)!;
        }
        // A day or a yes-or-no cannot be painted over: it must be possible to leave it out.
        if (property.Required && node.Type != SchemaType.Object && privacy is "P1" or "P2" or "P3" or "P5" or "P7" && !IsPaintable(node))
            problems.Add(new PackProblem(file, at.Line, at.Column, "pack-privacy-unmaskable", new Bilingual(
                $"字段“{path}”属于{privacy}，不是文字、数字，不能遮盖，因此不能是必填项", $"the field \"{path}\" is {privacy} and neither text nor number, so it cannot be masked and must not be required")));
        foreach (var inner in node.Properties) Check(file, at, inner, path, privacy, problems);
    }

    private static bool IsPaintable(SchemaNode node) => node.Type is SchemaType.Number or SchemaType.Integer || node.Type == SchemaType.String && node.Format is not (TextFormat.Date or TextFormat.DateTime or TextFormat.Time);
}
