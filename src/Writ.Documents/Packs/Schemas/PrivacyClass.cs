namespace Writ.Documents.Packs;

/// <summary>
/// The privacy classes of fields: P0 ordinary, P1 personal, P2 protected persons (informants, witnesses), P3 sensitive personal, P4 officers,
/// P5 business secrets, P6 internal opinions, P7 state secrets.
/// </summary>
internal static class PrivacyClass
{
    public const string Ordinary = "P0";

    public static bool Exists(string text) => text is ['P', >= '0' and <= '7'];

    /// <summary>
    /// What a schema can say before there is data: the class that a node hands on to what stands in it. A class under a condition is not handed on;
    /// whether it applies is decided for each value.
    /// </summary>
    public static string? HandedOn(string? within, SchemaNode node) => node.PrivacyWhen is null ? Within(within, node.Privacy) : within;

    /// <summary>
    /// The class of a field that stands in an object of class <paramref name="within"/>: its own, or the object's when it has none. What belongs to a
    /// protected person or a state secret stays so, whatever it would be by itself.
    /// </summary>
    public static string? Within(string? within, string? own) => own is null || within == "P7" || (within == "P2" && own != "P7") ? within ?? own : own;
}
