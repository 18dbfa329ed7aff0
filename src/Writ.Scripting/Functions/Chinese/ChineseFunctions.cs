namespace Writ.Scripting;

/// <summary>The namespace <c>cn</c>: what Chinese writs need.</summary>
internal static class ChineseFunctions
{
    public static ScriptObject Make() => new FunctionTable()
        .Add("date", "date", static a => new ScriptText(WritTimes.Day(WritTimes.Read(a))))
        .Add("date_time", "date", static a => new ScriptText(WritTimes.Moment(WritTimes.Read(a))))
        .Add("date_chinese", "date", static a => new ScriptText(WritTimes.DayInChinese(WritTimes.Read(a))))
        .Add("capital", "amount", Capital)
        .Add("add_days", "date days", WritTimes.AddDays)
        .Add("add_hours", "date hours", WritTimes.AddHours)
        .Add("add_working_days", "date days", WritTimes.AddWorkingDays)
        .Close();

    private static ScriptText Capital(Arguments a) =>
        a.Value(0) is ScriptNumber number && CapitalAmount.Fits(number.AsDecimal)
            ? new ScriptText(CapitalAmount.Of(number.AsDecimal)) : throw a.Fault(0, $"`{a.Text(0)}` is not an amount of money");
}
