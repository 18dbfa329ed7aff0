namespace Writ.Documents;

/// <summary>An error stops the writ; a warning travels with it.</summary>
public enum Severity
{
    Warning,
    Error,
}
