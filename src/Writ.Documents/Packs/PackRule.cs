namespace Writ.Documents;

/// <summary>A statutory rule as a catalogue shows it.</summary>
public sealed record PackRule(string Code, Severity Severity, Bilingual Message, IReadOnlyList<LegalReference> Basis);
