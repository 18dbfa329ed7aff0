using System.Collections.Concurrent;
using System.Globalization;

namespace Writ.Scripting;

/// <summary>The cultures numbers and dates can be printed in. The data is the room's own, so that a text is the same on every machine.</summary>
internal static class Cultures
{
    private static readonly ConcurrentDictionary<string, CultureInfo> Made = new(StringComparer.OrdinalIgnoreCase);

    public static CultureInfo Find(string name) => name.Length == 0 ? CultureInfo.InvariantCulture : Made.GetOrAdd(name, static key => CultureInfo.InvariantCulture);
}
