namespace Writ.Typesetting;

/// <summary>Which cells a TH speaks for. ISO 32000-1, 14.8.5.7.</summary>
public enum HeaderScope
{
    None,
    Column,
    Row,
}
