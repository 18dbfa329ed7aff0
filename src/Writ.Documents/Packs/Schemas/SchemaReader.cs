using System.Text.Json;
using System.Text.RegularExpressions;
using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>
/// Reads the closed subset of JSON Schema that packs may use. An unknown keyword, or one that does not fit the type, is a mistake.
/// <c>$ref</c> is resolved on reading: <c>#/$defs/x</c> in the same file, <c>shared:x</c> in <c>_schema/x.json</c>; beside it only annotations
/// and further <c>required</c> names may stand.
/// </summary>
internal sealed class SchemaReader(string file, LocatedJson root, IReadOnlyDictionary<string, SharedSchema> shared, List<PackProblem> problems)
{
    private const int MaxReferences = 16;

    /// <summary>Reads the root schema of a file.</summary>
    public SchemaNode Read() => Node(root, references: 0, isRoot: true);

    private SchemaNode Node(LocatedJson value, int references, bool isRoot = false)
    {
        var cursor = new ObjectCursor(file, value, problems);
        if (isRoot)
        {
            cursor.TextOrNull("$schema");
            cursor.TextOrNull("$id");
            cursor.Any("$defs");
        }
        if (value.Find("$ref") is not null) return Referenced(cursor, references);

        var type = cursor.Choice("type", SchemaNames.Types, SchemaType.String);
        var node = Annotated(cursor, new SchemaNode { Type = type }) with { Enum = Listed(cursor), Const = cursor.Any("const") };
        node = type switch
        {
            SchemaType.Object => node with { Properties = Properties(cursor, references) },
            SchemaType.Array => node with
            {
                Items = cursor.Any("items", required: true) is { } items ? Node(items, references) : null,
                MinItems = cursor.Whole("minItems"),
                MaxItems = cursor.Whole("maxItems"),
            },
            SchemaType.String => node with
            {
                MinLength = cursor.Whole("minLength"),
                MaxLength = cursor.Whole("maxLength"),
                Pattern = Pattern(cursor),
                Format = Format(cursor, TextFormat.Date, TextFormat.DateTime, TextFormat.Time, TextFormat.IdCard, TextFormat.CreditCode, TextFormat.Phone, TextFormat.Image, TextFormat.Name),
            },
            SchemaType.Number or SchemaType.Integer => node with
            {
                Minimum = cursor.Exact("minimum"),
                Maximum = cursor.Exact("maximum"),
                MultipleOf = cursor.Exact("multipleOf"),
                Format = Format(cursor, TextFormat.Money),
            },
            _ => node,
        };
        cursor.Close();
        if (node is { Format: TextFormat.Image } and not { MinLength: null, MaxLength: null, Pattern: null })
            cursor.Complain(cursor.At, "pack-value-not-allowed", "图片不能规定文字长度或者正则表达式", "an image takes no text length and no pattern");
        node = node with { HoldsImages = node.Format == TextFormat.Image || node.Items is { HoldsImages: true } || node.Properties.Any(property => property.Schema.HoldsImages) };
        return node with { Index = node.Properties.Select((property, at) => (property.Name, at)).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.at) };
    }

    private SchemaNode Referenced(ObjectCursor cursor, int references)
    {
        var reference = cursor.Text("$ref");
        var nothing = new SchemaNode { Type = SchemaType.String };
        SchemaNode target;
        if (references >= MaxReferences)
        {
            cursor.Complain(cursor.At, "pack-reference-cycle", $"引用“{reference}”形成循环", $"the reference \"{reference}\" is circular");
            return nothing;
        }
        if (reference.StartsWith("#/$defs/", StringComparison.Ordinal) && root.Find("$defs")?.Find(reference[8..]) is { } local)
            target = Node(local, references + 1);
        else if (reference.StartsWith("shared:", StringComparison.Ordinal) && shared.TryGetValue(reference[7..], out var other))
            target = new SchemaReader(other.File, other.Root, shared, problems).Node(other.Root, references + 1, isRoot: true);
        else
        {
            cursor.Complain(cursor.At, "pack-reference-unknown", $"引用“{reference}”不存在", $"the reference \"{reference}\" does not exist");
            target = nothing;
        }

        var further = cursor.Texts("required");
        foreach (var name in further.Where(name => !target.Index.ContainsKey(name)))
            cursor.Complain(cursor.At, "pack-required-unknown", $"必填字段“{name}”未声明", $"the required field \"{name}\" is not declared");
        var node = Annotated(cursor, target);
        cursor.Close();
        return node with { Properties = [.. node.Properties.Select(p => p with { Required = p.Required || further.Contains(p.Name) })] };
    }

    private static SchemaNode Annotated(ObjectCursor cursor, SchemaNode node) => Classed(cursor, node) with
    {
        Title = cursor.TextOrNull("title") ?? node.Title,
        TitleEn = cursor.TextOrNull("titleEn") ?? node.TitleEn,
        Description = cursor.TextOrNull("description") ?? node.Description,
        Default = cursor.Any("default") ?? node.Default,
        Examples = cursor.List("examples") is { Count: > 0 } examples ? examples : node.Examples,
    };

    // A class given anew comes with its own condition, or with none.
    private static SchemaNode Classed(ObjectCursor cursor, SchemaNode node)
    {
        var own = cursor.TextOrNull("x-privacy");
        var condition = cursor.TextOrNull("x-privacy-when");
        if (own is not null && !PrivacyClass.Exists(own))
            cursor.Complain(cursor.At, "pack-value-not-allowed", "x-privacy只能是P0至P7", "x-privacy must be P0 to P7");
        if (condition is not null && own is null && node.Privacy is null)
            cursor.Complain(cursor.At, "pack-value-not-allowed", "x-privacy-when须与x-privacy同用", "x-privacy-when stands beside x-privacy");
        if (own is null && condition is null) return node;
        return node with { Privacy = own ?? node.Privacy, PrivacyWhen = condition is null ? null : Condition(cursor, condition) };
    }

    private static ScriptExpression? Condition(ObjectCursor cursor, string text)
    {
        try
        {
            return ScriptExpression.Parse(text, "x-privacy-when");
        }
        catch (ScriptException fault)
        {
            cursor.Complain(cursor.At, "pack-value-not-allowed", $"x-privacy-when的表达式无效：{text}（{fault.Message}）", $"x-privacy-when: malformed expression {text} ({fault.Message})");
            return null;
        }
    }

    private static IReadOnlyList<LocatedJson>? Listed(ObjectCursor cursor) => cursor.List("enum") is { Count: > 0 } values ? values : null;

    private static Regex? Pattern(ObjectCursor cursor)
    {
        if (cursor.TextOrNull("pattern") is not { } pattern) return null;
        try
        {
            // Linear time whatever the text, so that a pattern cannot stop the service and needs no clock, which would refuse right data on a
            // busy machine. A pattern that needs backtracking (lookaround, back reference, atomic group) is not taken.
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            cursor.Complain(cursor.At, "pack-pattern-malformed", $"正则表达式无效，或者须回溯才能匹配：{pattern}", $"malformed pattern, or one that needs backtracking: {pattern}");
            return null;
        }
    }

    private static TextFormat Format(ObjectCursor cursor, params ReadOnlySpan<TextFormat> fitting)
    {
        if (cursor.TextOrNull("format") is not { } name) return TextFormat.None;
        if (SchemaNames.Formats.TryGetValue(name, out var format) && fitting.Contains(format)) return format;
        cursor.Complain(cursor.At, "pack-value-not-allowed", $"格式“{name}”未知或与类型不符", $"the format \"{name}\" is unknown or does not fit the type");
        return TextFormat.None;
    }

    private IReadOnlyList<SchemaProperty> Properties(ObjectCursor cursor, int references)
    {
        var required = cursor.Texts("required");
        if (cursor.Any("additionalProperties") is { Kind: not JsonValueKind.False } open)
            cursor.Complain(open.At, "pack-value-not-allowed", "additionalProperties只能是false", "additionalProperties can only be false");
        var properties = new List<SchemaProperty>();
        if (cursor.Any("properties", required: true) is { } declared)
        {
            foreach (var member in declared.Members)
            {
                var node = Node(member.Value, references);
                if (string.IsNullOrWhiteSpace(node.Title))
                    cursor.Complain(member.At, "pack-label-missing", $"字段“{member.Name}”缺少中文名称(title)", $"the field \"{member.Name}\" has no Chinese label (title)");
                properties.Add(new SchemaProperty(member.Name, node, required.Contains(member.Name), member.At));
            }
        }
        foreach (var name in required.Where(name => properties.All(property => property.Name != name)))
            cursor.Complain(cursor.At, "pack-required-unknown", $"必填字段“{name}”未声明", $"the required field \"{name}\" is not declared");
        return properties;
    }
}
