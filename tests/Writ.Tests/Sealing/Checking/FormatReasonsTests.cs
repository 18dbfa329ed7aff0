using System.Text.RegularExpressions;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Sealing.Checking;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Whatever the readers can find wrong has words in Chinese.</summary>
public sealed partial class FormatReasonsTests
{
    [Fact]
    public void Every_anomaly_has_words_of_its_own()
    {
        var words = Enum.GetValues<AnomalyKind>().Select(FormatReasons.Zh).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void Every_clause_a_reader_names_has_words()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Golden.Root, "src", "Writ.Pdf", "Reading"), "*.cs").Select(File.ReadAllText);
        var clauses = sources.SelectMany(source => Clause().Matches(source)).Select(match => "ISO 32000-2, " + match.Groups[1].Value).Distinct().ToList();
        Assert.True(clauses.Count > 15, $"only {clauses.Count} clauses were found");
        Assert.All(clauses, clause => Assert.DoesNotContain("内容不合规范", FormatReasons.Of(new PdfFormatException(7, clause, "")).Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_is_told_when_there_is_one()
    {
        Assert.Equal("交叉引用表不合规范（第 1200 字节处，ISO 32000-2, 7.5.4）", FormatReasons.Of(new PdfFormatException(1200, "ISO 32000-2, 7.5.4", "An entry is neither n nor f")).Zh);
        Assert.Equal("文件已加密，需要口令才能打开（ISO 32000-2, 7.6.4.4）", FormatReasons.Of(new PdfFormatException(-1, "ISO 32000-2, 7.6.4.4", "The file needs a password")).Zh);
        Assert.Equal("签名数据（CMS）的第 12 字节处不合规范", FormatReasons.Of(new CmsFormatException(12, "An element is missing")).Zh);
    }

    [GeneratedRegex("(?:Fault\\([^\"]*|Clause = )\"(?:ISO 32000-2, )?(\\d+\\.[\\d.]+)\"")]
    private static partial Regex Clause();
}
