namespace Writ.Scripting;

/// <summary>
/// Counting working days. The day a period starts is not counted (行政处罚程序规定 80); the calendar comes from the context and must cover every day asked about.
/// </summary>
internal static class WorkingDays
{
    private const int MostDays = 10_000;

    /// <summary>The last day of a period of so many working days that starts on <paramref name="start"/>; negative counts back.</summary>
    public static DateOnly Add(Arguments a, DateOnly start, int days)
    {
        if (Math.Abs((long)days) > MostDays)
            throw a.Fault(1, $"At most {MostDays} working days are counted");
        DateOnly day = start;
        int step = Math.Sign(days);
        for (int left = Math.Abs(days); left > 0;)
        {
            day = CaseDates.Shift(a, day, step);
            if (IsWorked(a, day))
                left--;
        }
        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    public static int Between(Arguments a, DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(a, to, from);
        int count = 0;
        for (DateOnly day = from; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorked(a, day))
                count++;
        }
        return count;
    }

    /// <summary>The day itself, or the first working day after it: a last day on a holiday moves on.</summary>
    public static DateOnly OnOrAfter(Arguments a, DateOnly day)
    {
        while (!IsWorked(a, day))
            day = CaseDates.Shift(a, day, 1);
        return day;
    }

    public static bool IsWorked(Arguments a, DateOnly day)
    {
        WorkingCalendar calendar = a.Run.Context.Calendar ?? throw a.Fault("This script was given no working-day calendar");
        a.Run.Step(a.Site.Place);
        return calendar.Covers(day) ? calendar.IsWorked(day) : throw a.Fault($"The working-day calendar ends before {ChineseDates.Iso(day)}: it covers {ChineseDates.Iso(calendar.From)} to {ChineseDates.Iso(calendar.To)}");
    }
}
