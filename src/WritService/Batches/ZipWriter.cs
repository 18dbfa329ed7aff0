using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
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
    private readonly PipeWriter output;
    private readonly DateTimeOffset at;
    private readonly Outgoing written = new();
    private readonly ZipArchive archive;

    /// <param name="at">The clock of the batch: the date of every entry.</param>
    public ZipWriter(PipeWriter output, DateTimeOffset at)
    {
        this.output = output;
        this.at = at;
        archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
    }

    public override Task AnswerAsync(BatchAnswer answer, CancellationToken cancel)
    {
        string name = $"{answer.Line:D6}{(answer.Id is { Length: > 0 } id ? "-" + Safe(id) : "")}";
        Add(answer.Document is null ? name + ".problem.json" : name + ".pdf", answer.Document ?? JsonSerializer.SerializeToUtf8Bytes(answer.Problem!, AnswerJson.Context.ProblemBody));
        return Send(cancel);
    }

    // An archive has no place for a word in between: only the end is told.
    public override async Task ProgressAsync(BatchProgress progress, CancellationToken cancel)
    {
        if (!progress.Done)
            return;
        Add("batch.json", JsonSerializer.SerializeToUtf8Bytes(progress, AnswerJson.Context.BatchProgress));
        archive.Dispose();
        await Send(cancel);
    }

    // What was not sent by now is not sent: an archive that broke off must not look whole.
    public override ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Add(string name, byte[] bytes)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = at;
        using Stream content = entry.Open();
        content.Write(bytes);
    }

    private async Task Send(CancellationToken cancel)
    {
        await output.WriteAsync(written.Bytes.WrittenMemory, cancel);
        written.Bytes.ResetWrittenCount();
    }

    // The caller's own name may hold anything; a file name holds letters, digits, - and _, and never leads out of its folder.
    private static string Safe(string id) => string.Concat(id.EnumerateRunes().Take(LongestId).Select(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' ? rune.ToString() : "_"));

    /// <summary>What the archive wrote and the caller has not yet: ZIP entries are written in one go, an answer only ever without blocking.</summary>
    private sealed class Outgoing : Stream
    {
        public ArrayBufferWriter<byte> Bytes { get; } = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Write(byte[] buffer, int offset, int count) => Bytes.Write(buffer.AsSpan(offset, count));
        public override void Write(ReadOnlySpan<byte> buffer) => Bytes.Write(buffer);
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Flush()
        {
        }
    }
}
