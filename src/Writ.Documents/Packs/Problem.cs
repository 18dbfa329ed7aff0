namespace Writ.Documents;

/// <summary>What is wrong with a request: an expected outcome, never an exception.</summary>
/// <param name="Code">Stable kebab-case code (<c>data-field-missing</c>) or the id of a statutory rule (<c>V-A01</c>).</param>
/// <param name="Path">JSON path of the place in the case data: <c>$.officers[1].certificateNumber</c>.</param>
/// <param name="Text">What to tell the caller; names the field by its Chinese label.</param>
/// <param name="Basis">The law and article a statutory rule stands on; null for a purely formal problem.</param>
/// <param name="Severity">An error stops the writ, a warning does not.</param>
public sealed record Problem(string Code, string Path, Bilingual Text, string? Basis = null, Severity Severity = Severity.Error)
{
    public override string ToString() => $"{Path} {Code}: {Text.Zh}";
}
