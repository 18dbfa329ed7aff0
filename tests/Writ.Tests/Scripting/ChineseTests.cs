using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>The namespace <c>cn</c>, a table for each function.</summary>
public sealed class ChineseTests
{
    // 2026: 清明 4-6 (Sunday 5th is the day, Monday 6th off); 劳动节 5-1 to 5-5, with the Saturday 5-9 worked.
    private static readonly ScriptContext Calendar = new()
    {
        Calendar = new WorkingCalendar(
            new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31),
            new HashSet<DateOnly> { new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 4), new(2026, 5, 5) },
            new HashSet<DateOnly> { new(2026, 5, 9) }),
    };

    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角整")]
    [InlineData("0.55", "伍角伍分")]
    [InlineData("1", "壹元整")]
    [InlineData("1.05", "壹元零伍分")]
    [InlineData("1.50", "壹元伍角整")]
    [InlineData("10", "壹拾元整")]
    [InlineData("105", "壹佰零伍元整")]
    [InlineData("110", "壹佰壹拾元整")]
    [InlineData("1005", "壹仟零伍元整")]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角整")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("1680.32", "壹仟陆佰捌拾元叁角贰分")]
    [InlineData("12000", "壹万贰仟元整")]
    [InlineData("107000.53", "壹拾万柒仟元伍角叁分")]
    [InlineData("100005", "壹拾万零伍元整")]
    [InlineData("10000000", "壹仟万元整")]
    [InlineData("100000000", "壹亿元整")]
    [InlineData("100010000", "壹亿零壹万元整")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("1000000000000", "壹万亿元整")]
    [InlineData("1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分")]
    [InlineData("-3.2", "负叁元贰角整")]
    public void Amounts_in_capitals(string amount, string expected)
    {
        Assert.Equal(expected, Scripts.Strict("{{ cn.amount_capital x }}", $$"""{"x":{{amount}}}"""));
        Assert.Equal(expected, Scripts.Strict("{{ x | cn.capital }}", $$"""{"x":"{{amount}}"}"""));
    }

    [Theory]
    [InlineData("1.005")]
    [InlineData("\"abc\"")]
    [InlineData("10000000000000000")]
    public void What_is_no_amount_is_refused(string value) => Scripts.Fails("{{ cn.amount_capital x }}", $$"""{"x":{{value}}}""", ScriptOptions.Strict);

    [Theory]
    [InlineData("cn.date '2026-03-05'", "2026年3月5日")]
    [InlineData("cn.date '2026-12-31T09:30'", "2026年12月31日")]
    [InlineData("cn.date_capital '2026-03-05'", "二〇二六年三月五日")]
    [InlineData("cn.date_capital '2010-10-20'", "二〇一〇年十月二十日")]
    [InlineData("cn.date_chinese '2026-11-11'", "二〇二六年十一月十一日")]
    [InlineData("cn.date_time '2026-03-05T09:05'", "2026年3月5日9时5分")]
    [InlineData("cn.date_time '2026-03-05T14:30:00+08:00'", "2026年3月5日14时30分")]
    [InlineData("cn.time '09:30'", "9时30分")]
    [InlineData("cn.weekday '2026-03-05'", "星期四")]
    [InlineData("cn.year '2026-03-05'", "2026")]
    [InlineData("cn.digits 2006", "二〇〇六")]
    [InlineData("cn.number 0", "零")]
    [InlineData("cn.number 12", "十二")]
    [InlineData("cn.number 105", "一百零五")]
    [InlineData("cn.number 110", "一百一十")]
    [InlineData("cn.number 100005000", "一亿零五千")]
    [InlineData("cn.number 10010", "一万零一十")]
    [InlineData("cn.number 100200003", "一亿零二十万零三")]
    [InlineData("cn.add_days '2026-02-27' 3", "2026-03-02")]
    [InlineData("cn.add_days '2026-02-27T10:00:00' 3", "2026-03-02T10:00:00")]
    [InlineData("cn.add_hours '2026-02-28T23:00:00' 2", "2026-03-01T01:00:00")]
    [InlineData("cn.add_months '2026-01-31' 1", "2026-02-28")]
    [InlineData("cn.days_between '2026-02-27' '2026-03-02'", "3")]
    [InlineData("cn.date null", "")]
    public void Dates_and_numerals(string expression, string expected) => Assert.Equal(expected, Scripts.Strict($"{{{{ {expression} }}}}"));

    [Theory]
    [InlineData("cn.document_number '通市监处罚' 2026 10", "通市监处罚〔2026〕10号")]
    [InlineData("cn.document_number '通市监处罚' '2026' '007'", "通市监处罚〔2026〕7号")]
    [InlineData("cn.document_number '通市监处罚' 2026 null", "通市监处罚〔2026〕号")]
    [InlineData("cn.document_number '青黄市监罚告' 2026 '4437-4461'", "青黄市监罚告〔2026〕4437-4461号")]
    [InlineData("cn.document_number prefix: '通市监诉' year: 2026 number: 3 ordinal: true", "通市监诉〔2026〕第3号")]
    public void Document_numbers(string expression, string expected) => Assert.Equal(expected, Scripts.Strict($"{{{{ {expression} }}}}"));

    [Theory]
    [InlineData("mask_id", "220502199001011234", "220502********1234")]
    [InlineData("mask_id", "22050219900101123X", "220502********123X")]
    [InlineData("mask_id", "G12345678", "G1*****78")]
    [InlineData("mask_id", "123", "***")]
    [InlineData("mask_phone", "13812345678", "138****5678")]
    [InlineData("mask_phone", "0435-3212345", "0435-*****45")]
    [InlineData("mask_name", "张三", "张某")]
    [InlineData("mask_name", "王小明", "王某某")]
    [InlineData("mask_name", "欧阳小明", "欧阳某某")]
    [InlineData("mask_name", "李", "李")]
    [InlineData("mask_name", "John Smith", "J*** *****")]
    public void Masks(string function, string text, string expected) => Assert.Equal(expected, Scripts.Strict($"{{{{ cn.{function} x }}}}", $$"""{"x":"{{text}}"}"""));

    [Theory]
    [InlineData("cn.add_working_days '2026-03-05' 1", "2026-03-06")]
    [InlineData("cn.add_working_days '2026-03-06' 1", "2026-03-09")]
    [InlineData("cn.add_working_days '2026-04-03' 1", "2026-04-07")]
    [InlineData("cn.add_working_days '2026-04-30' 4", "2026-05-09")]
    [InlineData("cn.add_working_days '2026-03-09' (-1)", "2026-03-06")]
    [InlineData("cn.add_working_days '2026-03-07' 0", "2026-03-07")]
    [InlineData("cn.working_days_between '2026-04-30' '2026-05-11'", "5")]
    [InlineData("cn.working_days_between '2026-05-11' '2026-04-30'", "-5")]
    [InlineData("cn.is_working_day '2026-05-09'", "true")]
    [InlineData("cn.is_working_day '2026-05-04'", "false")]
    [InlineData("cn.next_working_day '2026-05-01'", "2026-05-06")]
    public void Working_days(string expression, string expected) => Assert.Equal(expected, Scripts.Strict($"{{{{ {expression} }}}}", context: Calendar));

    [Fact]
    public void A_day_the_calendar_does_not_know_is_an_error()
    {
        Assert.Contains("2027-01-01", Scripts.Fails("{{ cn.add_working_days '2026-12-31' 1 }}", options: ScriptOptions.Strict, context: Calendar).Text, StringComparison.Ordinal);
        Assert.Contains("calendar", Scripts.Fails("{{ cn.add_working_days '2026-12-31' 1 }}", options: ScriptOptions.Strict).Text, StringComparison.Ordinal);
    }
}
