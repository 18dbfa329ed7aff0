namespace WritService.Tests.Attest;

/// <summary>A service whose clock stands.</summary>
public sealed class StoppedHouse : WritHouse
{
    public StoppedHouse() => Clock = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8));
}
