namespace Writ.Documents.Packs;

/// <summary>Reads <c>_local-rules/*.json</c> and holds the packs against them: every article is answered by a pack or says why not.</summary>
internal static class LocalRuleReader
{
    public static LocalRule Read(string id, string file, LocatedJson json, List<PackProblem> problems)
    {
        var cursor = new ObjectCursor(file, json, problems);
        var rule = new LocalRule(id, cursor.Text("law"), cursor.TextOrNull("inForceFrom"), [.. cursor.List("articles", required: true).Select(item => Article(file, item, problems))]);
        cursor.Close();
        return rule;
    }

    public static void Check(LocalRule rule, IReadOnlyList<Pack> packs, List<PackProblem> problems)
    {
        var file = $"_local-rules/{rule.Id}.json";
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pack in packs)
            foreach (var reference in pack.LegalBasis.Where(reference => reference.Law == rule.Law))
            {
                if (rule.Find(reference) is { } article) answered.Add(article.Article);
                else Complain($"{pack.Id}/pack.json", $"《{rule.Law}》没有{reference.Article}", $"there is no {reference.Article} in 《{rule.Law}》");
            }
        foreach (var article in rule.Articles)
        {
            if (article.WithoutWrit is null && !answered.Contains(article.Article))
                Complain(file, $"{article.Article}没有文书对应，也没有说明理由（withoutWrit）", $"no pack answers {article.Article}, and nothing says why (withoutWrit)");
            if (article.WithoutWrit is not null && answered.Contains(article.Article))
                Complain(file, $"{article.Article}已有文书对应，不应再写withoutWrit", $"packs answer {article.Article}; withoutWrit must not stand there");
        }

        void Complain(string at, string zh, string en) => problems.Add(new PackProblem(at, 0, 0, "pack-coverage-open", new Bilingual(zh, en)));
    }

    private static LocalArticle Article(string file, LocatedJson json, List<PackProblem> problems)
    {
        var cursor = new ObjectCursor(file, json, problems);
        var article = new LocalArticle(cursor.Text("article"), cursor.Text("demands"), cursor.TextOrNull("withoutWrit"));
        cursor.Close();
        return article;
    }
}
