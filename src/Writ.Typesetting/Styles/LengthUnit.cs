namespace Writ.Typesetting;

internal enum LengthUnit
{
    Auto,
    Points,
    Percent,
}
