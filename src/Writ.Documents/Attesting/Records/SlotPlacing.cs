using System.Globalization;

namespace Writ.Documents;

/// <summary>What the name of a field says: which part of its slot stands on which page.</summary>
/// <param name="Part"><c>ink</c>, <c>text</c> or <c>date</c>.</param>
/// <param name="Page">From 1.</param>
internal sealed record SlotPlacing(string Field, string Part, int Page)
{
    /// <summary>Reads <c>A001_ink_p0002a</c>; null for any other name.</summary>
    public static SlotPlacing? Parse(string name)
    {
        var parts = name.Split('_');
        return parts.Length == 3 && parts[0].StartsWith('A') && parts[1] is "ink" or "text" or "date" && parts[2].Length >= 6 && parts[2][0] == 'p'
            && int.TryParse(parts[2].AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new SlotPlacing(name, parts[1], page)
            : null;
    }
}
