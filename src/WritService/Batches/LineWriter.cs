using System.Security.Cryptography;
using System.Text.Json;
using Writ.Sealing;
using WritService.Bodies;

namespace WritService.Batches;

/// <summary>One line of JSON an answer (NDJSON).</summary>
internal sealed class LineWriter : BatchWriter
{
    private static readonly ReadOnlyMemory<byte> NewLine = "\n"u8.ToArray();

    private readonly HttpResponse response;
    private readonly bool trailers;
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public LineWriter(HttpResponse response)
    {
        this.response = response;
        trailers = response.SupportsTrailers();
        if (trailers)
            response.DeclareTrailer(Digests.Representation);
    }

    public override async Task AnswerAsync(BatchAnswer answer, CancellationToken cancel)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Context.BatchAnswer);
        digest.AppendData(json);
        digest.AppendData(NewLine.Span);
        await response.BodyWriter.WriteAsync(json, cancel);
        await response.BodyWriter.WriteAsync(NewLine, cancel);
    }

    public override async Task ProgressAsync(BatchProgress progress, CancellationToken cancel)
    {
        await AnswerAsync(new BatchAnswer(null, null, null, null, null, null, progress), cancel);
        // RFC 9530, 3: a stream's digest is known at its end, and travels there. Each document's own stands in its receipt.
        if (progress.Done && trailers)
            response.AppendTrailer(Digests.Representation, Receipt.ReprDigest(digest.GetHashAndReset()));
    }

    public override ValueTask DisposeAsync()
    {
        digest.Dispose();
        return ValueTask.CompletedTask;
    }
}
