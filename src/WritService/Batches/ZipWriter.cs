using System.IO.Compression;
using System.Text;
using System.Text.Json;
using WritService.Bodies;

namespace WritService.Batches;

/// <summary>
/// One entry of a ZIP an answer: <c>000007-id.pdf</c>, or <c>000007-id.problem.json</c> where the document would have stood; at the end
/// <c>batch.json</c> says how many there are. An archive without it was broken off. Entries are stored: a PDF is compressed already.
/// </summary>
internal sealed class ZipWriter : BatchWriter
{
    private const int LongestId = 64;
    private readonly ZipArchive archive;
    private readonly DateTimeOffset at;

    private ZipWriter(ZipArchive archive, DateTimeOffset at)
    {
        this.archive = archive;
        this.at = at;
    }

    /// <param name="at">The clock of the batch: the date of every entry.</param>
    public static async Task<ZipWriter> OpenAsync(Stream output, DateTimeOffset at, CancellationToken cancel) =>
        new(await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel), at);

    public override Task AnswerAsync(BatchAnswer answer, CancellationToken cancel)
    {
        string name = $"{answer.Line:D6}{(answer.Id is { Length: > 0 } id ? "-" + Safe(id) : "")}";
        return answer.Document is { } document
            ? Add(name + ".pdf", document, cancel)
            : Add(name + ".problem.json", JsonSerializer.SerializeToUtf8Bytes(answer.Problem!, AnswerJson.Context.ProblemBody), cancel);
    }

    // An archive has no place for a word in between: only the end is told.
    public override Task ProgressAsync(BatchProgress progress, CancellationToken cancel) =>
        progress.Done ? Add("batch.json", JsonSerializer.SerializeToUtf8Bytes(progress, AnswerJson.Context.BatchProgress), cancel) : Task.CompletedTask;

    public override ValueTask DisposeAsync() => archive.DisposeAsync();

    private async Task Add(string name, byte[] bytes, CancellationToken cancel)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = at;
        await using Stream content = await entry.OpenAsync(cancel);
        await content.WriteAsync(bytes, cancel);
    }

    // The caller's own name may hold anything; a file name holds letters, digits, - and _, and never leads out of its folder.
    private static string Safe(string id) => string.Concat(id.EnumerateRunes().Take(LongestId).Select(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : "_"));
}
