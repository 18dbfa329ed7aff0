namespace Writ.Typesetting;

internal enum TextAlign
{
    Left,
    Right,
    Center,
    Justify,
}
