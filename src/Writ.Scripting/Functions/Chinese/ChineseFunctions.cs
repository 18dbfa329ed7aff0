using System.Globalization;

namespace Writ.Scripting;

/// <summary>The namespace <c>cn</c>: what Chinese writs need. Dates are dates or the ISO texts case data holds; numbers are numbers or their text.</summary>
internal static class ChineseFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("amount_capital", "value", static a => On(a, static (a, value) => AmountCapitals.Write(Money(a, value))))
        .Add("capital", "value", static a => On(a, static (a, value) => AmountCapitals.Write(Money(a, value))))
        .Add("amount", "value", static a => On(a, static (a, value) => AmountCapitals.Figures(Money(a, value))))
        .Add("number", "value", static a => On(a, static (a, value) => ChineseNumerals.Count(Whole(a, 0, value))))
        .Add("digits", "value", static a => On(a, static (a, value) => ChineseNumerals.Digits(a.Run.Text(value))))
        .Add("date", "value", static a => On(a, static (a, value) => ChineseDates.Arabic(CaseDates.Date(a, 0))))
        .Add("date_capital", "value", static a => On(a, static (a, value) => ChineseDates.Capital(CaseDates.Date(a, 0))))
        .Add("date_chinese", "value", static a => On(a, static (a, value) => ChineseDates.Capital(CaseDates.Date(a, 0))))
        .Add("date_time", "value", static a => On(a, static (a, value) => ChineseDates.ArabicWithTime(CaseDates.Moment(a, 0, timeOptional: true))))
        .Add("time", "value", static a => On(a, static (a, value) => ChineseDates.Time(CaseDates.Moment(a, 0, dayOptional: true))))
        .Add("weekday", "value", static a => On(a, static (a, value) => ChineseDates.Weekday(CaseDates.Date(a, 0))))
        .Add("year", "value", static a => On(a, static (a, value) => CaseDates.Date(a, 0).Year.ToString(CultureInfo.InvariantCulture)))
        .Add("document_number", "prefix year number ordinal?", static a => new ScriptText(DocumentNumbers.Write(a)))
        .Add("mask_id", "text", static a => On(a, static (a, value) => Masking.Identity(a.Run.Text(value))))
        .Add("mask_phone", "text", static a => On(a, static (a, value) => Masking.Phone(a.Run.Text(value))))
        .Add("mask_name", "text", static a => On(a, static (a, value) => Masking.Name(a.Run.Text(value))))
        .Add("add_days", "date days", static a => On(a, CaseDates.AddDays))
        .Add("add_hours", "date hours", static a => On(a, CaseDates.AddHours))
        .Add("add_months", "date months", static a => On(a, static (a, value) => ChineseDates.Iso(CaseDates.ShiftMonths(a, CaseDates.Date(a, 0), a.Int(1)))))
        .Add("days_between", "from to", static a => ScriptNumber.Whole(CaseDates.Date(a, 1).DayNumber - CaseDates.Date(a, 0).DayNumber))
        .Add("add_working_days", "date days", static a => On(a, static (a, value) => ChineseDates.Iso(WorkingDays.Add(a, CaseDates.Date(a, 0), a.Int(1)))))
        .Add("working_days_between", "from to", static a => ScriptNumber.Whole(WorkingDays.Between(a, CaseDates.Date(a, 0), CaseDates.Date(a, 1))))
        .Add("is_working_day", "date", static a => ScriptBool.Of(WorkingDays.IsWorked(a, CaseDates.Date(a, 0))))
        .Add("next_working_day", "date", static a => On(a, static (a, value) => ChineseDates.Iso(WorkingDays.OnOrAfter(a, CaseDates.Date(a, 0)))))
        .Close();

    // Null stays null: a field that was not filled prints its blank.
    private static ScriptValue On(Arguments a, Func<Arguments, ScriptValue, string> write) => a.Value(0) is ScriptNull ? ScriptValue.Null : new ScriptText(write(a, a.Value(0)));

    private static decimal Money(Arguments a, ScriptValue value)
    {
        decimal amount;
        switch (value)
        {
            case ScriptNumber { NumberKind: not NumberKind.Big } number when Math.Abs(number.AsDouble) < (double)AmountCapitals.Limit:
                amount = number.AsDecimal;
                break;
            case ScriptText text when decimal.TryParse(text.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount):
                break;
            default:
                throw a.Fault(0, $"`{a.Run.Text(value)}` is no amount of money");
        }
        if (decimal.Round(amount, 2) != amount)
            throw a.Fault(0, $"`{a.Run.Text(value)}` has parts below 分: round it first");
        if (Math.Abs(amount) >= AmountCapitals.Limit)
            throw a.Fault(0, $"`{a.Run.Text(value)}` is too large an amount");
        return amount;
    }

    private static long Whole(Arguments a, int index, ScriptValue value)
    {
        System.Numerics.BigInteger whole = Conversions.Whole(a.Run, value, a.Place(index), "int");
        return whole >= 0 && whole < (long)AmountCapitals.Limit ? (long)whole : throw a.Fault(index, $"`{a.Run.Text(value)}` is out of range");
    }
}
