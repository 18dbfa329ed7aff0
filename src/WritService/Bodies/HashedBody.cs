using System.Security.Cryptography;

namespace WritService.Bodies;

/// <summary>A request body that is hashed as it is read.</summary>
internal sealed class HashedBody(Stream body, IReadOnlyList<(HashAlgorithmName Algorithm, byte[] Digest)> declared) : Stream
{
    private readonly IncrementalHash[] hashes = [.. declared.Select(one => IncrementalHash.CreateHash(one.Algorithm))];

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads what a call left unread, and says whether the whole is what was declared.</summary>
    public async ValueTask<bool> HoldsAsync(CancellationToken cancel)
    {
        await CopyToAsync(Null, cancel);
        return hashes.Zip(declared).All(pair => CryptographicOperations.FixedTimeEquals(pair.First.GetCurrentHash(), pair.Second.Digest));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await body.ReadAsync(buffer, cancellationToken);
        foreach (IncrementalHash hash in hashes)
            hash.AppendData(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (IncrementalHash hash in hashes)
                hash.Dispose();
        base.Dispose(disposing);
    }
}
