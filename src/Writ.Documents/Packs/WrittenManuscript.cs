using Writ.Scripting;

namespace Writ.Documents;

/// <summary>The marked-up text a pack's script yielded, and the way back from each of its characters to a template line.</summary>
public sealed record WrittenManuscript(string Text, SourceMap Source);
