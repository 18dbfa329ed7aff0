namespace Writ.Pdf;

public enum ChangeKind
{
    Added,
    /// <summary>Listed anew; whether its value differs is for the reader of both to say.</summary>
    Changed,
    Freed,
    /// <summary>Listed again exactly as before.</summary>
    Repeated,
}
