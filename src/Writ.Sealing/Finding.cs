namespace Writ.Sealing;

public enum FindingSeverity
{
    Information,
    Warning,
    Error,
}

/// <summary>What the verifier noticed: stable kebab code, Chinese and English text.</summary>
/// <param name="Revision">Number of the revision it is about, counted from 1; 0 for the file.</param>
public sealed record Finding(string Code, FindingSeverity Severity, int Revision, string Zh, string En);
