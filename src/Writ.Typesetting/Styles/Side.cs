namespace Writ.Typesetting;

internal enum Side
{
    Top,
    Right,
    Bottom,
    Left,
}
