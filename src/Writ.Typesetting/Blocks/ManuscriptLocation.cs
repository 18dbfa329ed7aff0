namespace Writ.Typesetting;

/// <summary>A place in the manuscript text: offset in UTF-16 units from 0, line and column from 1.</summary>
public readonly record struct ManuscriptLocation(int Offset, int Line, int Column)
{
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({Line},{Column})");
}
