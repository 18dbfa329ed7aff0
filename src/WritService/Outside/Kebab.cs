using System.Text.Json;

namespace Writ.Outside;

/// <summary>Names of enumerations on the wire: <c>IntactAndCovers</c> is <c>intact-and-covers</c>.</summary>
internal static class Kebab
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
