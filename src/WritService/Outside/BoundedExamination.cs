using Writ.Documents;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>Examines one document within bounds of size and work: files built to exhaust a reader end as unparsable, never as a hang.</summary>
internal static class BoundedExamination
{
    private const int MaxBytes = 256 << 20;
    private const int StackBytes = 16 << 20;

    private static readonly TimeSpan MaxWork = TimeSpan.FromSeconds(20), Grace = TimeSpan.FromSeconds(2), Look = TimeSpan.FromMilliseconds(50);

    public static Report Run(byte[] document, TrustAnchors anchors, DateTimeOffset moment, CancellationToken cancel = default)
    {
        if (document.Length > MaxBytes)
            return Beyond("文件过大", "the file is too large");
        Report? report = null;
        using CancellationTokenSource bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        CancellationToken cancellation = bound.Token;
        bool ended = Work(() => report = Examine(document, anchors, moment, cancellation), bound);
        cancel.ThrowIfCancellationRequested();
        return ended && report is not null ? report : Beyond("核验所需的工作超过上限", "the examination takes too much work");
    }

    /// <summary>
    /// Reviews what the document says of itself, within the same bounds: the report with its one verdict, and the review; null when the document is none of
    /// ours. A document whose review did not come to an end does not pass.
    /// </summary>
    public static (Report Report, WritReview? Review) Review(byte[] document, Report report, PackLibrary? packs, Renderer? renderer)
    {
        if (report.Integrity == Integrity.Unparsable)
            return (report, null);
        WritReview? review = null;
        bool done = false;
        using CancellationTokenSource bound = new();
        bool ended = Work(() => done = Reviewed(document, report, packs, renderer, out review), bound);
        return !ended || !done ? (report.Unreviewed(), null) : (review?.Judge(report) ?? report, review);
    }

    // A thread of its own: whatever does not heed the bound is left behind, and ends with the process.
    private static bool Work(Action task, CancellationTokenSource bound)
    {
        ThreadWork? work = null;
        Thread worker = new(() =>
        {
            work = ThreadWork.Begin();
            task();
        }, StackBytes) { IsBackground = true };
        worker.Start();
        while (!worker.Join(Look))
        {
            if (work?.Spent > MaxWork)
                bound.Cancel();
            if (work?.Spent > MaxWork + Grace)
                return false;
        }
        return true;
    }

    private static bool Reviewed(byte[] document, Report report, PackLibrary? packs, Renderer? renderer, out WritReview? review)
    {
        try
        {
            review = Reviewing.Examine(document, report, packs, renderer);
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A fault of ours in the review must not hide what was found about the seals; a file without its review does not pass.
            review = null;
            return false;
        }
    }

    private static Report? Examine(byte[] document, TrustAnchors anchors, DateTimeOffset moment, CancellationToken cancellation)
    {
        try
        {
            return Verifier.Examine(document, anchors, moment, cancellation: cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A fault of ours in one document must not end the examination of the others; it is never green.
            return Beyond($"核验程序出错:{fault.Message}", $"the examination failed: {fault.GetType().Name}: {fault.Message}");
        }
    }

    private static Report Beyond(string zh, string en) =>
        new(Integrity.Unparsable, Indication.TotalFailed, SubIndication.FormatFailure, [], [], 0, [new Finding("examination-bounded", FindingSeverity.Error, 0, zh, en)]);
}
