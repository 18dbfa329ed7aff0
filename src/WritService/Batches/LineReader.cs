using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace WritService.Batches;

/// <summary>Lines of a body as they arrive; one that is longer than the limit is passed over, and comes as null.</summary>
internal static class LineReader
{
    public static async IAsyncEnumerable<byte[]?> ReadAsync(PipeReader reader, long limit, [EnumeratorCancellation] CancellationToken cancel)
    {
        bool skipping = false;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancel);
            ReadOnlySequence<byte> left = read.Buffer;
            while (left.PositionOf((byte)'\n') is { } end)
            {
                ReadOnlySequence<byte> line = left.Slice(0, end);
                left = left.Slice(left.GetPosition(1, end));
                if (skipping || line.Length > limit)
                    yield return null;
                else if (!IsBlank(line))
                    yield return line.ToArray();
                skipping = false;
            }
            if (left.Length > limit)
            {
                skipping = true;
                left = left.Slice(left.End);
            }
            if (read.IsCompleted)
            {
                if (skipping)
                    yield return null;
                else if (!IsBlank(left))
                    yield return left.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                yield break;
            }
            reader.AdvanceTo(left.Start, read.Buffer.End);
        }
    }

    private static bool IsBlank(in ReadOnlySequence<byte> line)
    {
        foreach (ReadOnlyMemory<byte> part in line)
            if (part.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        return true;
    }
}
