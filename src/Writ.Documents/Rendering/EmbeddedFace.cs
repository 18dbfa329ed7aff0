using Writ.Pdf;

namespace Writ.Documents.Rendering;

/// <summary>A face as it stands in the file: its font and the new number of each old glyph.</summary>
internal sealed record EmbeddedFace(CompositeFont Font, ushort[] Renumbering);
