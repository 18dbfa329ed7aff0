using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>The list a rule is decided for: how many items it has, and the one at <c>index</c>.</summary>
internal sealed record RuleItems(ScriptExpression Size, ScriptExpression Item);
