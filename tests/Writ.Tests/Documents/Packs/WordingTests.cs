using Writ.Documents;
using Writ.Scripting;

namespace Writ.Tests.Documents.Packs;

/// <summary>What the writs say about money and days, asked through the expressions rules are made of.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("10", "壹拾元整")]
    [InlineData("12000", "壹万贰仟元整")]
    [InlineData("10005.06", "壹万零伍元零陆分")]
    [InlineData("110.10m", "壹佰壹拾元壹角整")]
    [InlineData("0.5m", "伍角整")]
    [InlineData("0.05m", "伍分")]
    [InlineData("20300400", "贰仟零叁拾万零肆佰元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100010000", "壹亿零壹万元整")]
    [InlineData("1000000000000", "壹万亿元整")]
    [InlineData("1000000050000", "壹万亿零伍万元整")]
    [InlineData("8970.19m", "捌仟玖佰柒拾元壹角玖分")]
    public void Amounts_in_capitals(string amount, string expected) => Assert.Equal(expected, Ask($"{amount} | cn.capital"));

    [Theory]
    [InlineData("'2026-03-05' | cn.date", "2026年3月5日")]
    [InlineData("'2026-03-05T09:05:00' | cn.date_time", "2026年3月5日9时5分")]
    [InlineData("'2026-10-20' | cn.date_chinese", "二〇二六年十月二十日")]
    [InlineData("'2026-02-27' | cn.add_days 2", "2026-03-01")]
    [InlineData("'2026-03-05T20:00:00' | cn.add_hours 24", "2026-03-06T20:00:00")]
    [InlineData("'2026-02-13' | cn.add_working_days 1", "2026-02-14")] // a Saturday worked for the Spring Festival
    [InlineData("'2026-02-14' | cn.add_working_days 1", "2026-02-24")] // nine days off
    [InlineData("'2026-09-30' | cn.add_working_days 2", "2026-10-09")]
    [InlineData("'2026-03-03' | cn.add_working_days 7", "2026-03-12")]
    public void Days(string question, string expected) => Assert.Equal(expected, Ask(question));

    [Fact]
    public void The_calendar_does_not_guess() => Assert.Throws<ScriptException>(() => Ask("'2026-12-30' | cn.add_working_days 5"));

    private static string Ask(string question) =>
        ScriptExpression.Parse(question).Evaluate(new ScriptObject(), Templates.Library.Profiles["default"].Scripts).ToString();
}
