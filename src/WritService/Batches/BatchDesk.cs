using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using System.Threading.RateLimiting;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
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
    private static readonly ReadOnlyMemory<byte> NewLine = "\n"u8.ToArray();

    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions { PermitLimit = load.Batches, QueueLimit = 0 });
    private readonly int window = Math.Max(2, Environment.ProcessorCount);

    /// <summary>A place for one batch, or null when all are taken.</summary>
    public RateLimitLease? Enter() => places.AttemptAcquire() is { IsAcquired: true } place ? place : null;

    public async Task RunAsync(HttpContext context, DateTimeOffset at, bool inOrder, CancellationToken cancel)
    {
        using CancellationTokenSource broken = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using SemaphoreSlim slots = new(window);
        Channel<Task<BatchAnswer>> answers = Channel.CreateUnbounded<Task<BatchAnswer>>(new UnboundedChannelOptions { SingleReader = true });
        Task reading = Read(context, at, inOrder, slots, answers.Writer, broken.Token);
        try
        {
            await Write(context, at, slots, answers.Reader, cancel);
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

    private static async Task Write(HttpContext context, DateTimeOffset at, SemaphoreSlim slots, ChannelReader<Task<BatchAnswer>> answers, CancellationToken cancel)
    {
        // RFC 9530, 3: a stream's digest is known at its end, and travels there. Each document's own stands in its receipt.
        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        bool trailers = context.Response.SupportsTrailers();
        if (trailers)
            context.Response.DeclareTrailer(DocumentAnswer.ReprDigest);
        int answered = 0, failed = 0;
        await foreach (Task<BatchAnswer> next in answers.ReadAllAsync(cancel))
        {
            BatchAnswer answer = await next;
            answered++;
            failed += answer.Problem is null ? 0 : 1;
            await Send(context, answer, digest, cancel);
            if (answered % ProgressEvery == 0)
                await Send(context, new BatchAnswer(null, null, null, null, null, null, new BatchProgress(at, answered, failed, Done: false)), digest, cancel);
            slots.Release();
        }
        await Send(context, new BatchAnswer(null, null, null, null, null, null, new BatchProgress(at, answered, failed, Done: true)), digest, cancel);
        if (trailers)
            context.Response.AppendTrailer(DocumentAnswer.ReprDigest, Receipt.ReprDigest(digest.GetHashAndReset()));
    }

    private static async Task Send(HttpContext context, BatchAnswer answer, IncrementalHash digest, CancellationToken cancel)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Context.BatchAnswer);
        digest.AppendData(json);
        digest.AppendData(NewLine.Span);
        await context.Response.BodyWriter.WriteAsync(json, cancel);
        await context.Response.BodyWriter.WriteAsync(NewLine, cancel);
    }

    private async Task<BatchAnswer> Make(HttpContext context, Caller caller, int number, byte[]? json, DateTimeOffset at, CancellationToken cancel)
    {
        if (json is null)
            return Not(number, null, new ProblemAnswer(ProblemKinds.BodyTooLarge));
        JsonBody<BatchLine> line = JsonBody<BatchLine>.Read(json, validator: null);
        if (line.Problem is { } unread)
            return Not(number, null, unread);
        BatchLine asked = line.Value;
        Made made = await Made.FromAsync(house, caller, Languages.Of(context.Request), asked.Pack, asked.Data, asked.Profile, asked.Seal, at, cancel);
        if (made.Problem is { } problem)
            return Not(number, asked.Id, problem);
        SealOutcome<DocumentReceipt> signed = await made.Receipt!.SignedAsync(house, cancel);
        return signed.Succeeded
            ? new BatchAnswer(number, asked.Id, StatusCodes.Status200OK, Convert.ToBase64String(made.Document.Span), signed.Value, null, null)
            : Not(number, asked.Id, SealAnswers.Refused(signed.Problems));

        BatchAnswer Not(int number, string? id, ProblemAnswer problem) => new(number, id, problem.Kind.Status, null, null, problem.Body(context), null);
    }
}
