using System.Threading.RateLimiting;
using WritService.Access;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Load;

/// <summary>
/// Middleware before every call that works on a body: the caller's pace, then a seat, then room for the body. A call is refused before
/// its body is read, so that refusing costs next to nothing and the accepted ones keep their speed.
/// </summary>
internal sealed class LoadGate : IDisposable
{
    private const int BytesPerUnit = 1 << 20, RetryAfterSeconds = 1;

    private readonly LoadSettings settings;
    private readonly BodyLimits bodies;
    private readonly ConcurrencyLimiter seats, room;
    private readonly PartitionedRateLimiter<string> pace;
    private readonly TrustedProxies proxies;

    public LoadGate(LoadSettings settings, BodyLimits bodies, AccessSettings access)
    {
        this.settings = settings;
        this.bodies = bodies;
        seats = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = settings.SeatCount, QueueLimit = settings.Queue });
        room = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = Math.Max(settings.BodyMegabytes, Units(bodies.Largest)), QueueLimit = settings.BodyMegabytes });
        proxies = new TrustedProxies(access);
        // A caller with several keys keeps the strictest pace of them.
        Dictionary<string, double> own = access.Paces.GroupBy(pace => pace.Caller).ToDictionary(caller => caller.Key, caller => caller.Min(pace => pace.PerSecond));
        pace = PartitionedRateLimiter.Create<string, string>(caller => own.GetValueOrDefault(caller, settings.RequestsPerSecond) is > 0 and var perSecond
            ? RateLimitPartition.GetTokenBucketLimiter(caller, _ => Bucket(perSecond))
            : RateLimitPartition.GetNoLimiter(caller));
    }

    /// <summary>Calls at work and calls waiting, for metrics.</summary>
    public (long Working, long Waiting) State => seats.GetStatistics() is { } seen ? (settings.SeatCount - seen.CurrentAvailablePermits, seen.CurrentQueuedCount) : default;

    public int SeatCount => settings.SeatCount;

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Work>() is null)
        {
            await next(context);
            return;
        }
        using RateLimitLease turn = pace.AttemptAcquire(Pacing(context));
        if (!turn.IsAcquired)
        {
            int wait = turn.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : RetryAfterSeconds;
            await new ProblemAnswer(ProblemKinds.TooManyRequests, retryAfter: wait).ExecuteAsync(context);
            return;
        }
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.QueueSeconds));
        using RateLimitLease? space = await Wait(room, Units(Math.Min(context.Request.ContentLength ?? bodies.Largest, bodies.Largest)), patience.Token);
        using RateLimitLease? seat = space is { IsAcquired: true } ? await Wait(seats, 1, patience.Token) : null;
        if (seat is { IsAcquired: true })
            await Work(context, next);
        else if (!context.RequestAborted.IsCancellationRequested)
            await new ProblemAnswer(ProblemKinds.Overloaded, retryAfter: RetryAfterSeconds).ExecuteAsync(context);
    }

    // Everything a call does looks at RequestAborted: for the time of the work it also means that the time is up.
    private async Task Work(HttpContext context, RequestDelegate next)
    {
        CancellationToken left = context.RequestAborted;
        using CancellationTokenSource bound = CancellationTokenSource.CreateLinkedTokenSource(left);
        bound.CancelAfter(settings.WorkTime);
        context.RequestAborted = bound.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !left.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.RequestAborted = left;
            await new ProblemAnswer(ProblemKinds.OutOfTime, retryAfter: RetryAfterSeconds).ExecuteAsync(context);
        }
        finally
        {
            context.RequestAborted = left;
        }
    }

    // Who proves nothing is told apart by address: one such caller must not use up the pace of all the others.
    private string Pacing(HttpContext context) => Caller.Of(context.User) is { Name: not Caller.Anonymous } known ? known.Name : $"{Caller.Anonymous} {proxies.Origin(context)}";

    public void Dispose()
    {
        seats.Dispose();
        room.Dispose();
        pace.Dispose();
    }

    private static async ValueTask<RateLimitLease?> Wait(ConcurrencyLimiter limiter, int permits, CancellationToken patience)
    {
        // What is free is had at once: patience counts only for what is not, however late this thread gets here.
        RateLimitLease free = limiter.AttemptAcquire(permits);
        if (free.IsAcquired)
            return free;
        free.Dispose();
        try
        {
            return await limiter.AcquireAsync(permits, patience);
        }
        // Waited long enough, or the caller left.
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static int Units(long bytes) => checked((int)((bytes + BytesPerUnit - 1) / BytesPerUnit));

    private TokenBucketRateLimiterOptions Bucket(double perSecond) => new()
    {
        TokenLimit = settings.Burst,
        TokensPerPeriod = Math.Max(1, (int)Math.Round(perSecond)),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond >= 1 ? 1 : 1 / perSecond),
        QueueLimit = 0,
    };
}
