using Writ.Documents.Packs;

namespace Writ.Tests.Documents.Packs;

public sealed class FormatTests
{
    [Theory]
    [InlineData("11010519491231002X", true)] // the example of GB 11643-1999
    [InlineData("110105194912310021", false)]
    [InlineData("11010519491231002x", false)]
    [InlineData("110105194913310029", false)]
    [InlineData("010105194912310020", false)]
    [InlineData("1101051949123100", false)]
    public void Identity_numbers_have_a_real_birthday_and_a_check_character(string text, bool holds) => Assert.Equal(holds, IdCardFormat.Holds(text));

    [Theory]
    [InlineData("91350100M000100Y43", true)] // the example of GB 32100-2015
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100I000100Y43", false)]
    [InlineData("91350100m000100y43", false)]
    public void Credit_codes_have_a_check_character(string text, bool holds) => Assert.Equal(holds, CreditCodeFormat.Holds(text));

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2028-02-29", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2026-2-28", false)]
    [InlineData("2026/02/28", false)]
    [InlineData("0001-01-01", false)]
    public void Dates_exist(string text, bool holds) => Assert.Equal(holds, DateFormat.Holds(text));

    [Theory]
    [InlineData("2026-03-05T14:30", true)]
    [InlineData("2026-03-05T14:30:59", true)]
    [InlineData("2026-03-05T14:30:00+08:00", true)]
    [InlineData("2026-03-05T14:30Z", false)]
    [InlineData("2026-03-05T14:30:00+09:00", false)]
    [InlineData("2026-03-05T24:00", false)]
    [InlineData("2026-03-05 14:30", false)]
    public void Moments_are_Beijing_time(string text, bool holds) => Assert.Equal(holds, DateTimeFormat.Holds(text));

    [Fact]
    public void Moments_have_one_plain_form() => Assert.Equal("2026-03-05T14:30:00", DateTimeFormat.Plain("2026-03-05T14:30+08:00"));

    [Theory]
    [InlineData("13804350126", true)]
    [InlineData("0435-3212315", true)]
    [InlineData("+86 (435) 321-2315", true)]
    [InlineData("0500-6098821转602", true)]
    [InlineData("12315", true)]
    [InlineData("1234", false)]
    [InlineData("138043501a6", false)]
    [InlineData("138+04350126", false)]
    public void Telephone_numbers_are_digits_with_the_usual_marks(string text, bool holds) => Assert.Equal(holds, PhoneFormat.Holds(text));

    [Theory]
    [InlineData("0", true)]
    [InlineData("-12.50", true)]
    [InlineData("1e3", true)]
    [InlineData("123456789012345", true)]
    [InlineData("1234567890123456", false)]
    [InlineData("0.1234567890123456", false)]
    [InlineData("1e99", false)]
    [InlineData("1e-99999999999", false)]
    public void Numbers_are_taken_exactly_or_not_at_all(string text, bool holds) => Assert.Equal(holds, ExactDecimal.TryRead(text, out _));

    [Fact]
    public void Exact_numbers_keep_their_scale()
    {
        Assert.True(ExactDecimal.TryRead("12.50", out var number));
        Assert.Equal("12.50", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
