using Writ.Documents;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>Examines one document within bounds of size and time: files built to exhaust a reader end as unparsable, never as a hang.</summary>
internal static class BoundedExamination
{
    private const int MaxBytes = 256 << 20;
    private const int StackBytes = 16 << 20;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20), Grace = TimeSpan.FromSeconds(2);

    public static Report Run(byte[] document, TrustAnchors anchors, DateTimeOffset moment, CancellationToken cancel = default)
    {
        if (document.Length > MaxBytes)
            return Beyond("文件过大", "the file is too large");
        Report? report = null;
        using CancellationTokenSource bound = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bound.CancelAfter(MaxTime);
        CancellationToken cancellation = bound.Token;
        // A thread of its own: whatever does not heed the bound is left behind, and ends with the process.
        Thread worker = new(() => report = Examine(document, anchors, moment, cancellation), StackBytes) { IsBackground = true };
        worker.Start();
        bool ended = worker.Join(MaxTime + Grace);
        cancel.ThrowIfCancellationRequested();
        return ended && report is not null ? report : Beyond("核验超时", "the examination takes too long");
    }

    /// <summary>Reviews what the document says of itself, within the same time; null when it is none of ours, or the time is up.</summary>
    public static WritReview? Review(byte[] document, Report report, PackLibrary? packs, Renderer? renderer)
    {
        if (report.Integrity == Integrity.Unparsable)
            return null;
        WritReview? review = null;
        Thread worker = new(() => review = Reviewed(document, report, packs, renderer), StackBytes) { IsBackground = true };
        worker.Start();
        return worker.Join(MaxTime) ? review : null;
    }

    private static WritReview? Reviewed(byte[] document, Report report, PackLibrary? packs, Renderer? renderer)
    {
        try
        {
            return Reviewing.Examine(document, report, packs, renderer);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A fault of ours in the review must not hide what was found about the seals; a file without a review is never called reproduced.
            return null;
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
