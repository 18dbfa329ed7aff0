namespace Writ.Documents;

/// <summary>A bureau's own rule on recording, article by article: what each demands, and why some demand no writ.</summary>
/// <param name="InForceFrom">Null for a rule that names no day.</param>
public sealed record LocalRule(string Id, string Law, string? InForceFrom, IReadOnlyList<LocalArticle> Articles)
{
    /// <summary>The article a provision of this rule stands in: 第十二条 for 第十二条第（三）项; null when the provision is of another law or the rule has no such article.</summary>
    public LocalArticle? Find(LegalReference reference) =>
        reference.Law == Law ? Articles.FirstOrDefault(article => reference.Article.StartsWith(article.Article, StringComparison.Ordinal)) : null;
}
