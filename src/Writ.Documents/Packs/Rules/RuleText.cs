namespace Writ.Documents.Packs;

/// <summary>A statutory rule as its file states it, before its expressions are parsed.</summary>
internal sealed record RuleText(
    string File, SourcePosition At, string Code, string? Each, string? When, string Must, string Path, Severity Severity, Bilingual Message, IReadOnlyList<LegalReference> Basis)
{
    /// <summary>《中华人民共和国行政处罚法》第四十二条；《……》第二十二条.</summary>
    public string BasisText => string.Join("；", Basis);
}
