using System.IO.Compression;

namespace Writ.Pdf;

/// <summary>FlateDecode (ISO 32000-2, 7.4.4): the platform's zlib, once per stream.</summary>
internal static class Flate
{
    // Below this size the zlib header, checksum and /Filter entry cost more than compression gains.
    private const int SmallestWorthCompressing = 96;

    public static bool Pays(ReadOnlySpan<byte> data) => data.Length >= SmallestWorthCompressing;

    public static void Compress(PdfBuffer target, ReadOnlySpan<byte> data)
    {
        using var zlib = new ZLibStream(new BufferStream(target), CompressionLevel.Optimal);
        zlib.Write(data);
    }

    /// <summary>A write-only stream over a buffer: the compressor writes in place.</summary>
    private sealed class BufferStream(PdfBuffer target) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => target.Append(buffer.AsSpan(offset, count));
        public override void Write(ReadOnlySpan<byte> buffer) => target.Append(buffer);
    }
}
