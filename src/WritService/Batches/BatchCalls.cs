using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Writ.Outside;
using WritService.Access;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Batches;

/// <summary>Many writs in one request: lines in, lines out as they are ready, in bounded memory however many there are.</summary>
internal static class BatchCalls
{
    public const string Lines = "application/x-ndjson", Zip = "application/zip", ClockHeader = "Writ-Batch-At";

    /// <summary>How far back the clock of a batch may be set, so that it can be resumed.</summary>
    private static readonly TimeSpan Resumable = TimeSpan.FromDays(7);

    public static void MapBatches(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/batches", Run).WithName("runBatch").WithTags("Batches")
            .Needs(Scopes.Batches).TakesQuery("order", "at")
            .WithMetadata(new AcceptsMetadata([Lines], typeof(BatchLine)), new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(BatchAnswer), [Lines, Zip]))
            .Refuses(ProblemKinds.NotAcceptable, ProblemKinds.UnsupportedMediaType, ProblemKinds.Overloaded)
            .WithSummary("批量生成 · Make many writs")
            .WithDescription("每行一份文书（NDJSON），完成一份即返回一行；出错的行就地说明；Accept: application/zip 则每份文书为压缩包中一个条目。中断后带同一 at 重发未答复的行，得到相同的文书。One writ a line (NDJSON); each is answered as it is ready, errors in place; with Accept: application/zip each is an entry of a ZIP. After a break, post what was not answered again with the same <c>at</c>: the documents are the same.");

    /// <param name="order">kept（默认）按原顺序；any 先完成先返回。<c>kept</c> (default) answers in order, <c>any</c> as they are ready.</param>
    /// <param name="at">整批的生成时刻（RFC 3339），不早于七天前；默认现在。The clock of the whole batch, at most seven days ago; now by default.</param>
    private static async Task<IResult> Run(HttpContext context, Chancery house, BatchDesk desk, CancellationToken cancel, string order = "kept", string? at = null)
    {
        DateTimeOffset now = house.Now, clock = now;
        if (order is not ("kept" or "any"))
            return ProblemAnswer.Of(ProblemKinds.InvalidQuery, "order 只能是 kept 或 any。", "order is kept or any.");
        if (at is not null && (!at.Contains('T', StringComparison.Ordinal) || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out clock) || clock > now || clock < now - Resumable))
            return ProblemAnswer.Of(ProblemKinds.InvalidQuery, "at 应为不早于七天前、不晚于现在的时刻，如 2026-11-22T10:00:00+08:00。", "at is a moment of the last seven days, such as 2026-11-22T10:00:00+08:00.");
        if (Accepting.Best(context.Request, Lines, Zip) is not { } form)
            return new ProblemAnswer(ProblemKinds.NotAcceptable);
        if (desk.Enter() is not { } place)
            return new ProblemAnswer(ProblemKinds.Overloaded, retryAfter: BatchDesk.RetryAfterSeconds);
        using (place)
        {
            // A batch has no end of its own: each line is bounded, and reading stops while answers wait to be fetched.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = null;
            DateTimeOffset common = clock.ToOffset(now.Offset);
            context.Response.ContentType = form;
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Vary = "Accept, Accept-Language";
            context.Response.Headers[ClockHeader] = common.ToString("O", CultureInfo.InvariantCulture);
            await using BatchWriter output = form == Zip ? new ZipWriter(context.Response.BodyWriter, common) : new LineWriter(context.Response);
            await desk.RunAsync(context, output, common, inOrder: order == "kept", cancel);
        }
        return Results.Empty;
    }
}
