namespace Writ.Outside;

/// <summary>Stops asking somebody who keeps failing, for a while; then lets one question through to see.</summary>
internal sealed class CircuitBreaker(int failuresToOpen, TimeSpan openFor, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset openUntil = DateTimeOffset.MinValue;

    /// <summary>How long to wait before it is worth asking; zero when it may be asked now.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (gate)
            {
                var left = openUntil - clock.GetUtcNow();
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>True when a question may be sent; after the pause exactly one caller gets it until the outcome is known.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (failures < failuresToOpen)
                return true;
            var now = clock.GetUtcNow();
            if (now < openUntil)
                return false;
            openUntil = now + openFor;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (gate)
        {
            failures = 0;
            openUntil = DateTimeOffset.MinValue;
        }
    }

    public void Failed()
    {
        lock (gate)
        {
            failures = Math.Min(failures + 1, failuresToOpen);
            if (failures == failuresToOpen)
                openUntil = clock.GetUtcNow() + openFor;
        }
    }
}
