using Writ.Scripting;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>The marked-up text a pack's script yielded, and the way back from each of its characters to a template line.</summary>
public sealed record WrittenManuscript(string Text, SourceMap Source)
{
    /// <summary>The template line that wrote what stands at a place of the manuscript, as <c>writ.sbn(12,7)</c>.</summary>
    internal string PlaceOf(ManuscriptLocation location) => Source.Find(location.Offset)?.ToString() ?? $"manuscript({location.Line},{location.Column})";
}
