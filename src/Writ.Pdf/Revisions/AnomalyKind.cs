namespace Writ.Pdf;

/// <summary>What is not as the standard wants it; one name for each misdeed.</summary>
public enum AnomalyKind
{
    /// <summary>The file does not begin with %PDF- at byte 0.</summary>
    HeaderNotFirst,
    /// <summary>Bytes follow the last end-of-file marker and its line end.</summary>
    TrailingBytes,
    /// <summary>White space, and nothing else, follows the last end-of-file marker and its line end.</summary>
    TrailingBlanks,
    /// <summary>A comment stands between the list of a revision and its startxref, as some writers sign their work.</summary>
    CommentBeforeEnd,
    /// <summary>A trailer does not repeat /Root, as ISO 32000-2, 7.5.6 wants; the one before counts.</summary>
    TrailerIncomplete,
    /// <summary>A revision does not end with startxref, a number and %%EOF.</summary>
    EndMissing,
    /// <summary>The startxref at the end of a revision does not lead to that revision's own list.</summary>
    StartXrefMismatch,
    /// <summary>An end-of-file marker stands inside a revision.</summary>
    SeveralEndsOfFile,
    /// <summary>Bytes stand between objects that are neither white space nor an object the revision lists.</summary>
    JunkBetweenObjects,
    /// <summary>A comment stands between objects.</summary>
    CommentBetweenObjects,
    /// <summary>An object stands in the bytes of a revision that its list does not name.</summary>
    UnlistedObject,
    /// <summary>At the listed offset stands no object, or one of another number or generation.</summary>
    OffsetMismatch,
    /// <summary>The listed offset lies outside the bytes of the revision that lists it.</summary>
    ForeignOffset,
    /// <summary>An object is listed in an object stream that another revision wrote, or that is none.</summary>
    ForeignObjectStream,
    /// <summary>One list names an object twice.</summary>
    DuplicateEntry,
    /// <summary>A number is not below the trailer's /Size.</summary>
    BeyondSize,
    /// <summary>The list is readable, but not in the exact form of ISO 32000-2, 7.5.4.</summary>
    LooseXref,
    /// <summary>A reader that knows only the table sees another object than one that reads the stream beside it.</summary>
    HybridDifference,
    /// <summary>A dictionary has a key twice.</summary>
    DuplicateKey,
    /// <summary>A stream does not end where its /Length says.</summary>
    LengthMismatch,
    /// <summary>An object is not closed by endobj.</summary>
    EndObjectMissing,
    /// <summary>A listed object cannot be read.</summary>
    Unreadable,
    /// <summary>The file was put together by searching it for objects; nothing it shows can be trusted.</summary>
    Repaired,
}
