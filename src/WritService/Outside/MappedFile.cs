using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Writ.Outside;

/// <summary>A file's bytes without a copy: the system pages in what is read, and shares it between processes. Mapped until the process ends.</summary>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly int length;
    private byte* start;

    private MappedFile(string path)
    {
        using SafeFileHandle handle = File.OpenHandle(path);
        length = checked((int)RandomAccess.GetLength(handle));
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    /// <exception cref="InvalidDataException">The file is empty.</exception>
    public static ReadOnlyMemory<byte> Open(string path) =>
        new FileInfo(path).Length > 0 ? new MappedFile(path).Memory : throw new InvalidDataException($"{path} is empty.");

    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
