namespace Writ.Pdf;

public enum XrefEntryKind
{
    Free,
    /// <summary>At an offset of the file.</summary>
    InFile,
    /// <summary>In an object stream.</summary>
    InStream,
}
