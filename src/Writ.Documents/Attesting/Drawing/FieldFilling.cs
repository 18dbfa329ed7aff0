using Writ.Pdf;

namespace Writ.Documents;

/// <summary>What one field becomes in a revision.</summary>
/// <param name="Value">/V: what a reader is told who does not see the page.</param>
internal sealed record FieldFilling(PlacedField Field, SlotMark Mark, string Value);
