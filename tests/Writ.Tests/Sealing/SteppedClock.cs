namespace Writ.Tests.Sealing;

/// <summary>A clock that moves only when told: to the moment at which the next timer is due, once there is one.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private readonly SemaphoreSlim set = new(0);
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now.ToUniversalTime();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        lock (gate)
            timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until a timer has been set that no step has answered, and lets the next one ring.</summary>
    public async Task StepToNextTimer()
    {
        await set.WaitAsync();
        Timer? next;
        lock (gate)
        {
            next = timers.Where(timer => timer.Due is not null).MinBy(timer => timer.Due);
            if (next?.Due is not { } due)
                return;
            now = due > now ? due : now;
            next.Due = null;
        }
        next.Fire();
    }

    private sealed class Timer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
            if (Due is not null)
                clock.set.Release();
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
