namespace Writ.Pdf;

/// <summary>Bytes <see cref="Start"/> up to but not including <see cref="End"/> of a file.</summary>
public readonly record struct PdfSpan(int Start, int End)
{
    /// <summary>The place of what was not read from the bytes of a file (made in memory, or inside an object stream).</summary>
    public static readonly PdfSpan None = new(-1, -1);

    public bool IsNone => Start < 0;
    public int Length => IsNone ? 0 : End - Start;
}
