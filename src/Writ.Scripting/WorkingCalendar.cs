namespace Writ.Scripting;

/// <summary>
/// Which days are worked: Saturdays and Sundays are not, public holidays are not, make-up days (调休上班) are.
/// The calendar knows from <see cref="From"/> to <see cref="To"/>; a question beyond is an error, never a guess.
/// </summary>
public sealed record WorkingCalendar(DateOnly From, DateOnly To, IReadOnlySet<DateOnly> Holidays, IReadOnlySet<DateOnly> MakeUpDays)
{
    public bool Covers(DateOnly day) => day >= From && day <= To;

    public bool IsWorked(DateOnly day) =>
        MakeUpDays.Contains(day) || (!Holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
