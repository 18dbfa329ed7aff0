using System.Globalization;

namespace Writ.Documents;

/// <summary>
/// Names of the form's fields: of fixed width, so that none is the beginning of another (older validators lock by prefix), and without periods.
/// </summary>
public static class FieldNames
{
    /// <summary>The issuing seal: certifies the document.</summary>
    public const string Issuer = "Issuer";

    private const string EdgePrefix = "Edge_p";

    /// <summary>The closing seal.</summary>
    public const string Close = "Close";

    /// <summary>The seal over the attestation of slot number <paramref name="slot"/> (from 1).</summary>
    public static string Seal(int slot) => string.Create(CultureInfo.InvariantCulture, $"A{slot:000}_sig");

    /// <summary>The place of a slot for <paramref name="part"/> (ink, text, date) on page <paramref name="page"/> (from 1); <paramref name="copy"/> counts places of the same part on one page, from 0.</summary>
    public static string Place(int slot, string part, int page, int copy) => string.Create(CultureInfo.InvariantCulture, $"A{slot:000}_{part}_p{page:0000}{(char)('a' + copy)}");

    /// <summary>The strip of a cross-page seal (骑缝章) on a page.</summary>
    public static string Edge(int page) => string.Create(CultureInfo.InvariantCulture, $"{EdgePrefix}{page:0000}");

    public static bool IsEdge(string name) => name.StartsWith(EdgePrefix, StringComparison.Ordinal);
}
