namespace Writ.Documents.Packs;

/// <summary>format, as an assertion. JSON Schema 2020-12 Validation 7.2.2.</summary>
internal static class FormatKeyword
{
    public static void Check(string text, TextFormat format, in Place place, ProblemList problems)
    {
        switch (format)
        {
            case TextFormat.Date when !DateFormat.Holds(text):
                problems.Add("data-date-invalid", place, "应为存在的日期，写作2026-03-05", "must be a real date written as 2026-03-05");
                break;
            case TextFormat.DateTime when !DateTimeFormat.Holds(text):
                problems.Add("data-date-time-invalid", place, "应为北京时间，写作2026-03-05T14:30", "must be Beijing time written as 2026-03-05T14:30");
                break;
            case TextFormat.Time when !TimeFormat.Holds(text):
                problems.Add("data-time-invalid", place, "应为时刻，写作14:30", "must be a time of day written as 14:30");
                break;
            case TextFormat.IdCard when !IdCardFormat.Holds(text):
                problems.Add("data-id-card-invalid", place, "不是有效的公民身份号码（18位，含校验码）", "is not a valid citizen identity number (18 characters with check digit)");
                break;
            case TextFormat.CreditCode when !CreditCodeFormat.Holds(text):
                problems.Add("data-credit-code-invalid", place, "不是有效的统一社会信用代码（18位，含校验码）", "is not a valid unified social credit code (18 characters with check character)");
                break;
            case TextFormat.Phone when !PhoneFormat.Holds(text):
                problems.Add("data-phone-invalid", place, "不是有效的电话号码", "is not a valid telephone number");
                break;
        }
    }
}
