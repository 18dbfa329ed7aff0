namespace Writ.Sealing;

/// <summary>Why something is as it is, in words that end a sentence of either language.</summary>
public sealed record Reason(string Zh, string En)
{
    /// <summary>Nothing is to be said.</summary>
    public static readonly Reason None = new("", "");
}
