using System.Globalization;
using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>minimum, maximum, multipleOf and the money format. Exact decimals only. JSON Schema 2020-12 Validation 6.2.</summary>
internal static class NumberKeywords
{
    private const decimal MoneyLimit = 10_000_000_000_000m;

    public static void Check(JsonElement value, SchemaNode schema, in Place place, ProblemList problems)
    {
        if (!ExactDecimal.TryRead(value.GetRawText(), out var number))
        {
            problems.Add("data-number-not-exact", place, "位数过多，无法精确表示", "has more digits than can be kept exactly");
            return;
        }
        if (number < schema.Minimum) problems.Add("data-number-too-small", place, $"不得小于{Shown(schema.Minimum)}", $"must not be less than {Shown(schema.Minimum)}");
        if (number > schema.Maximum) problems.Add("data-number-too-large", place, $"不得大于{Shown(schema.Maximum)}", $"must not be greater than {Shown(schema.Maximum)}");
        if (schema.MultipleOf is { } step and not 0 && number % step != 0)
            problems.Add("data-number-not-multiple", place, $"必须是{Shown(step)}的整数倍", $"must be a multiple of {Shown(step)}");
        // Money is yuan with at most two decimals (分); ten trillion bounds what 金额大写 can be asked for.
        if (schema.Format == TextFormat.Money && (number < 0 || number >= MoneyLimit || decimal.Round(number, 2) != number))
            problems.Add("data-money-invalid", place, "应为不小于零、至多两位小数的金额（元）", "must be an amount in yuan, not negative, with at most two decimals");
    }

    private static string Shown(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
