namespace Writ.Pdf;

/// <summary>Which fields a lock names (ISO 32000-2, table 236).</summary>
public enum LockAction
{
    All,
    Include,
    Exclude,
}
