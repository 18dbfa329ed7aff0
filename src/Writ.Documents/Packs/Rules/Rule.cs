using Writ.Scripting;

namespace Writ.Documents.Packs;

/// <summary>A statutory rule with its expressions parsed. With <see cref="Each"/> it is decided for every item of a list, as <c>item</c>.</summary>
internal sealed record Rule(RuleText Text, RuleItems? Each, ScriptExpression? When, ScriptExpression Must);
