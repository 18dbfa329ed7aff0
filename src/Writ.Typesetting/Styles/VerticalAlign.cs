namespace Writ.Typesetting;

internal enum VerticalAlign
{
    Top,
    Middle,
    Bottom,
}
