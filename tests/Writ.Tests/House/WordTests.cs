using System.Text.RegularExpressions;

namespace Writ.Tests.House;

/// <summary>What a room, a file and a type may be called, and what may not be left lying about.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Drawers = ["Common", "Core", "Utils", "Util", "Utilities", "Helpers", "Helper", "Manager", "Managers", "Infrastructure", "Shared", "Misc"];

    [Fact]
    public void No_folder_is_a_drawer()
    {
        IEnumerable<string> drawers =
            from path in Directory.EnumerateDirectories(Path.Combine(Golden.Root, "src"), "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateDirectories(Path.Combine(Golden.Root, "tests"), "*", SearchOption.AllDirectories))
            where !path.Contains("/bin/") && !path.Contains("/obj/") && Drawers.Contains(Path.GetFileName(path))
            select path;
        Assert.Empty(drawers);
    }

    [Fact]
    public void No_type_is_a_helper_or_a_manager() =>
        Assert.Empty(Sources.All.SelectMany(f => Drawer().Matches(f.Code).Select(m => $"{f.Path}: {m.Value}")));

    [Fact]
    public void Nothing_is_promised_in_place_of_being_done() =>
        Assert.Empty(Sources.All.SelectMany(f => Promise().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}")));

    // An interface exists when the outside world does.
    [Fact]
    public void Interfaces_are_few_and_known() =>
        Golden.Check("house/interfaces.txt", string.Concat(Sources.All
            .SelectMany(f => Interface().Matches(f.Code).Select(m => $"{f.Room} {m.Groups[1].Value}\n")).Order(StringComparer.Ordinal)));

    [Fact]
    public void No_font_and_no_key_is_committed()
    {
        string[] banned = [".ttf", ".otf", ".ttc", ".pfx", ".p12", ".key"];
        IEnumerable<string> found =
            from path in Directory.EnumerateFiles(Golden.Root, "*", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(Golden.Root, path).Split('/')[0]
            where folder is "src" or "templates" or "tests" or "openapi"
            where !path.Contains("/bin/") && !path.Contains("/obj/") && banned.Contains(Path.GetExtension(path).ToLowerInvariant())
            select path;
        Assert.Empty(found);
    }

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+\w*(?:Helper|Helpers|Utils|Util|Manager)\b")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException")]
    private static partial Regex Promise();

    [GeneratedRegex(@"\binterface\s+(\w+)")]
    private static partial Regex Interface();
}
