using System.Text.RegularExpressions;
using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>One schema, references resolved. Keywords that do not fit the type cannot occur: the reader refuses them.</summary>
internal sealed record SchemaNode
{
    public required SchemaType Type { get; init; }
    public string? Title { get; init; }
    public string? TitleEn { get; init; }
    public string? Description { get; init; }
    public string? Privacy { get; init; }

    /// <summary>When the class beside it applies, over <c>value</c> (this value) and <c>item</c> (the object it stands in); always when null.</summary>
    public ScriptExpression? PrivacyWhen { get; init; }

    public LocatedJson? Default { get; init; }
    public IReadOnlyList<LocatedJson> Examples { get; init; } = [];

    // Any type.
    public IReadOnlyList<LocatedJson>? Enum { get; init; }
    public LocatedJson? Const { get; init; }

    // Object.
    public IReadOnlyList<SchemaProperty> Properties { get; init; } = [];
    public IReadOnlyDictionary<string, int> Index { get; init; } = new Dictionary<string, int>();

    // Array.
    public SchemaNode? Items { get; init; }
    public int? MinItems { get; init; }
    public int? MaxItems { get; init; }

    // String.
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public Regex? Pattern { get; init; }
    public TextFormat Format { get; init; }

    /// <summary>An image is in it, at whatever depth.</summary>
    public bool HoldsImages { get; init; }

    // Number and integer.
    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public decimal? MultipleOf { get; init; }
}
