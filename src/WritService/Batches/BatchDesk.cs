using System.Threading.Channels;
using System.Threading.RateLimiting;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Observing;
using WritService.Problems;
using WritService.Render;
using WritService.Seal;

namespace WritService.Batches;

/// <summary>
/// Works through batches: a window of lines at a time is being made, the next is read only when an answer has been fetched. So memory is the
/// window, whatever the length of the batch and however slow its caller.
/// </summary>
internal sealed class BatchDesk(Chancery house, LoadSettings load, BodyLimits bodies) : IDisposable
{
    public const int RetryAfterSeconds = 10;
    private const int ProgressEvery = 100;

    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions { PermitLimit = load.Batches, QueueLimit = 0 });
    private readonly int window = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Batches at work, for measurements.</summary>
    public long Working => load.Batches - (places.GetStatistics()?.CurrentAvailablePermits ?? 0);

    /// <summary>A place for one batch, or null when all are taken.</summary>
    public RateLimitLease? Enter() => places.AttemptAcquire() is { IsAcquired: true } place ? place : null;

    public async Task RunAsync(HttpContext context, BatchWriter output, DateTimeOffset at, bool inOrder, CancellationToken cancel)
    {
        using CancellationTokenSource broken = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using SemaphoreSlim slots = new(window);
        Channel<Task<BatchAnswer>> answers = Channel.CreateUnbounded<Task<BatchAnswer>>(new UnboundedChannelOptions { SingleReader = true });
        Task reading = Read(context, at, inOrder, slots, answers.Writer, broken.Token);
        try
        {
            await Write(output, at, slots, answers.Reader, cancel);
        }
        finally
        {
            await broken.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => places.Dispose();

    private async Task Read(HttpContext context, DateTimeOffset at, bool inOrder, SemaphoreSlim slots, ChannelWriter<Task<BatchAnswer>> answers, CancellationToken cancel)
    {
        Caller caller = Caller.Of(context.User);
        int number = 0;
        List<Task> running = [];
        try
        {
            await foreach (byte[]? line in LineReader.ReadAsync(context.Request.BodyReader, bodies.Json, cancel))
            {
                await slots.WaitAsync(cancel);
                int own = ++number;
                Task<BatchAnswer> answer = Task.Run(() => Make(context, caller, own, line, at, cancel), cancel);
                if (inOrder)
                {
                    answers.TryWrite(answer);
                    continue;
                }
                running.RemoveAll(task => task.IsCompleted);
                running.Add(answer.ContinueWith(done => answers.TryWrite(done), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
            }
            await Task.WhenAll(running);
            answers.Complete();
        }
        // The writer throws it again, where it is seen: a caller who leaves, a body that breaks off.
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            answers.Complete(fault);
        }
    }

    private static async Task Write(BatchWriter output, DateTimeOffset at, SemaphoreSlim slots, ChannelReader<Task<BatchAnswer>> answers, CancellationToken cancel)
    {
        int answered = 0, failed = 0;
        await foreach (Task<BatchAnswer> next in answers.ReadAllAsync(cancel))
        {
            BatchAnswer answer = await next;
            answered++;
            failed += answer.Problem is null ? 0 : 1;
            Instruments.BatchLine(answer.Problem?.Code);
            await output.AnswerAsync(answer, cancel);
            if (answered % ProgressEvery == 0)
                await output.ProgressAsync(new BatchProgress(at, answered, failed, Done: false), cancel);
            slots.Release();
        }
        await output.ProgressAsync(new BatchProgress(at, answered, failed, Done: true), cancel);
    }

    private async Task<BatchAnswer> Make(HttpContext context, Caller caller, int number, byte[]? json, DateTimeOffset at, CancellationToken cancel)
    {
        if (json is null)
            return Not(number, null, new ProblemAnswer(ProblemKinds.BodyTooLarge));
        JsonBody<BatchLine> line = JsonBody<BatchLine>.Read(json, validator: null);
        if (line.Problem is { } unread)
            return Not(number, null, unread);
        BatchLine asked = line.Value;
        using CancellationTokenSource bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bound.CancelAfter(load.WorkTime);
        try
        {
            Made made = await Made.FromAsync(house, caller, Languages.Of(context.Request), asked.Pack, asked.Data, asked.Profile, asked.Seal, new Derivation(Audience.Internal), at, bound.Token);
            if (made.Problem is { } problem)
                return Not(number, asked.Id, problem);
            SealOutcome<DocumentReceipt> signed = await made.Receipt!.SignedAsync(house, bound.Token);
            return signed.Succeeded
                ? new BatchAnswer(number, asked.Id, StatusCodes.Status200OK, made.Document.ToArray(), signed.Value, null, null)
                : Not(number, asked.Id, SealAnswers.Refused(signed.Problems));
        }
        // One line that takes too long is answered in its place; the others go on.
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Not(number, asked.Id, new ProblemAnswer(ProblemKinds.OutOfTime));
        }

        BatchAnswer Not(int number, string? id, ProblemAnswer problem) => new(number, id, problem.Kind.Status, null, null, problem.Body(context), null);
    }
}
