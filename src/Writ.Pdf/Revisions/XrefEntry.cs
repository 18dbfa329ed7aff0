namespace Writ.Pdf;

/// <summary>Where an object is (ISO 32000-2, tables 17 and 18).</summary>
/// <param name="Offset">Of the object in the file, when <see cref="XrefEntryKind.InFile"/>.</param>
/// <param name="Stream">Number of the object stream, when <see cref="XrefEntryKind.InStream"/>, and its <paramref name="Index"/> there.</param>
public readonly record struct XrefEntry(XrefEntryKind Kind, int Generation, int Offset, int Stream, int Index)
{
    public static XrefEntry Free(int generation) => new(XrefEntryKind.Free, generation, 0, 0, 0);
    public static XrefEntry At(int offset, int generation) => new(XrefEntryKind.InFile, generation, offset, 0, 0);
    public static XrefEntry In(int stream, int index) => new(XrefEntryKind.InStream, 0, 0, stream, index);
}
