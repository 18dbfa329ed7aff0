using System.Text;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>docs/coverage.md is what the packs say, and every article of the local rules is answered or says why not.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void The_coverage_table_is_generated_from_the_packs()
    {
        var file = Path.Combine(Golden.Root, "docs", "coverage.md");
        var written = Coverage.Write(Templates.Library);
        if (Environment.GetEnvironmentVariable("WRIT_BLESS") == "1" && Environment.GetEnvironmentVariable("CI") is null or "") File.WriteAllText(file, written);
        Assert.Equal(File.ReadAllText(file), written);
    }

    [Theory]
    [InlineData("tonghua", 40)]
    [InlineData("dongyang", 24)]
    public void Every_article_of_a_local_rule_is_listed_in_order(string id, int count)
    {
        var rule = Templates.Library.LocalRules.Single(rule => rule.Id == id);
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"第{Chinese(number)}条"), rule.Articles.Select(article => article.Article));
        Assert.All(rule.Articles, article => Assert.InRange(article.Demands.Length, 3, 80));
    }

    [Fact]
    public void An_article_that_no_pack_answers_and_that_says_nothing_is_a_mistake() =>
        Refused("""{"article": "第三条", "demands": "培训和监督", "withoutWrit": "管理要求，不产生执法文书"}""", """{"article": "第三条", "demands": "培训和监督"}""", "_local-rules/dongyang.json");

    [Fact]
    public void A_pack_that_cites_an_article_the_rule_does_not_have_is_a_mistake() =>
        Refused("""{"article": "第九条", "demands": "配备记录设备，建立使用管理制度"},""", "", "zhifa-jilu-shebei-lingyong-guzhang-dengjibiao/pack.json");

    private static void Refused(string text, string changed, string file)
    {
        var files = Templates.Files();
        var rule = Encoding.UTF8.GetString(files["_local-rules/dongyang.json"].Span);
        Assert.Contains(text, rule, StringComparison.Ordinal);
        files["_local-rules/dongyang.json"] = Encoding.UTF8.GetBytes(rule.Replace(text, changed, StringComparison.Ordinal));
        var problem = Assert.Single(Assert.Throws<PackException>(() => PackLibrary.Load(files)).Problems);
        Assert.Equal((file, "pack-coverage-open"), (problem.File, problem.Code));
    }

    private static string Chinese(int number)
    {
        const string digits = "一二三四五六七八九";
        var tens = number < 10 ? "" : number < 20 ? "十" : digits[(number / 10) - 1] + "十";
        return number % 10 == 0 ? tens : tens + digits[(number % 10) - 1];
    }
}
