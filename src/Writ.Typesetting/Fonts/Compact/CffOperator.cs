namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5176, sections 9, 10 and 15: the dictionary operators we read or write; escaped ones (12 n) are 0x0C00 + n.</summary>
internal enum CffOperator
{
    FontBBox = 5,
    StdVW = 11,
    Charset = 15,
    CharStrings = 17,
    Private = 18,
    Subrs = 19,
    DefaultWidthX = 20,
    NominalWidthX = 21,
    FontMatrix = 0x0C07,
    CharstringType = 0x0C06,
    Ros = 0x0C1E,
    CidCount = 0x0C22,
    FdArray = 0x0C24,
    FdSelect = 0x0C25,
    FontName = 0x0C26,
}
