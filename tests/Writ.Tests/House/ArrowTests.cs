using System.Xml.Linq;

namespace Writ.Tests.House;

/// <summary>The arrows of the design, read from the project files: three crafts that do not know each other, one room where they meet, two doors.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Drawn = new()
    {
        ["Writ.Scripting"] = [],
        ["Writ.Typesetting"] = [],
        ["Writ.Pdf"] = [],
        ["Writ.Sealing"] = ["Writ.Pdf"],
        ["Writ.Documents"] = ["Writ.Pdf", "Writ.Scripting", "Writ.Sealing", "Writ.Typesetting"],
        ["WritService"] = ["Writ.Documents"],
        ["Writ.Cli"] = ["Writ.Documents"],
    };

    private static readonly string[] PureRooms = ["Writ.Scripting", "Writ.Typesetting", "Writ.Pdf", "Writ.Sealing", "Writ.Documents"];

    private static IEnumerable<(string Name, XDocument Project)> Projects =>
        Directory.EnumerateFiles(Path.Combine(Golden.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => (Path.GetFileNameWithoutExtension(path), XDocument.Load(path)));

    [Fact]
    public void Projects_reference_each_other_as_drawn()
    {
        var found = Projects.ToDictionary(p => p.Name, p => p.Project.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(Drawn.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, string[] arrows) in Drawn)
            Assert.Equal(arrows, found[name]);
    }

    [Fact]
    public void Pure_rooms_are_held_by_the_banned_symbols()
    {
        foreach ((string name, XDocument project) in Projects)
            Assert.Equal(PureRooms.Contains(name), project.Descendants("WritPureRoom").Any(e => e.Value == "true"));
    }

    [Fact]
    public void Version_numbers_stand_in_one_file()
    {
        foreach (string path in Directory.EnumerateFiles(Golden.Root, "*.csproj", SearchOption.AllDirectories))
            Assert.DoesNotContain(XDocument.Load(path).Descendants("PackageReference"),
                reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null);
    }

    // Sealing/Placing writes what Sealing/Checking examines: were they to share code, a shared error would pass its own examination.
    [Fact]
    public void Placing_and_Checking_never_reference_each_other()
    {
        string[] placing = Declared("src/Writ.Sealing/Placing/"), checking = Declared("src/Writ.Sealing/Checking/");
        Assert.Empty(Mentions("src/Writ.Sealing/Placing/", checking));
        Assert.Empty(Mentions("src/Writ.Sealing/Checking/", placing));
    }

    private static string[] Declared(string folder) =>
    [
        .. Sources.All.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f.Path)),
    ];

    private static IEnumerable<string> Mentions(string folder, string[] names) =>
        from file in Sources.All
        where file.Path.StartsWith(folder, StringComparison.Ordinal)
        from name in names
        where System.Text.RegularExpressions.Regex.IsMatch(file.Code, $@"\b{name}\b")
        select $"{file.Path} mentions {name}";
}
