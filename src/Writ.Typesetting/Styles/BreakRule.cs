namespace Writ.Typesetting;

internal enum BreakRule
{
    Auto,
    Page,
    Avoid,
}
