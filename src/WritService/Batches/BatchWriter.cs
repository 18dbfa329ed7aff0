namespace WritService.Batches;

/// <summary>How the answers of a batch leave: as lines, or as entries of a ZIP. Each is sent before the next one is asked for.</summary>
internal abstract class BatchWriter : IAsyncDisposable
{
    public abstract Task AnswerAsync(BatchAnswer answer, CancellationToken cancel);

    /// <summary>How far the batch is, now and then and at the end.</summary>
    public abstract Task ProgressAsync(BatchProgress progress, CancellationToken cancel);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
