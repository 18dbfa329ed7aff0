using Writ.Pdf;

namespace Writ.Documents.Rendering;

/// <summary>A written file and who it is.</summary>
internal sealed record PaperFile(ReadOnlyMemory<byte> Bytes, WritIdentity Identity);
