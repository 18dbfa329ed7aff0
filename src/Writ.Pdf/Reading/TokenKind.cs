namespace Writ.Pdf;

internal enum TokenKind
{
    End,
    Integer,
    Real,
    Name,
    LiteralString,
    HexadecimalString,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Keyword,
}
