namespace Writ.Documents;

/// <summary>A provision: full title of the law, article (with paragraph and item) as the official text writes it, and what it is cited for.</summary>
public sealed record LegalReference(string Law, string Article, string? Note = null)
{
    public override string ToString() => $"《{Law}》{Article}";
}
