using System.Text.RegularExpressions;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using WritService.Pages;

namespace WritService.Tests.Deployment;

/// <summary>Which settings there are, by the types that take them up.</summary>
internal static partial class Settings
{
    private static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>
    {
        ["Access"] = typeof(AccessSettings),
        ["Limits"] = typeof(BodyLimits),
        ["Load"] = typeof(LoadSettings),
        ["Pad"] = typeof(PadSettings),
        ["PdfJs"] = typeof(string),
        ["Root"] = typeof(string),
        ["Templates"] = typeof(string),
        ["Fonts"] = typeof(string),
        ["Certificates"] = typeof(string),
        ["Seals"] = typeof(string),
    };

    /// <summary>Every setting of the service that the text names, as <c>Writ:A:B</c> or <c>Writ__A__B</c>.</summary>
    public static IEnumerable<string> NamedIn(string text) => Names().Matches(text).Select(match => match.Value).Distinct();

    /// <summary>Whether the service takes up a setting of that name; <c>N</c> and numbers stand for a place in a list.</summary>
    public static bool Exists(string name)
    {
        string[] parts = name.Replace("__", ":", StringComparison.Ordinal).Split(':');
        if (parts.Length < 2 || !Sections.TryGetValue(parts[1], out Type? at))
            return false;
        foreach (string part in parts[2..])
        {
            if (part is "N" || int.TryParse(part, out _))
                at = at.IsGenericType && at.GetInterface("IEnumerable") is not null ? at.GenericTypeArguments[0] : null;
            else
                at = at.GetProperty(part)?.PropertyType;
            if (at is null)
                return false;
        }
        return true;
    }

    [GeneratedRegex(@"\bWrit(?:__|:)[A-Z][A-Za-z0-9]*(?:(?:__|:)[A-Za-z0-9]+)*")]
    private static partial Regex Names();
}
