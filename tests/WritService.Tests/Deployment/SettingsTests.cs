namespace WritService.Tests.Deployment;

/// <summary>A setting that a deployment or a page names is one that the service takes up.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_named_in_a_deployment_or_a_page_exists()
    {
        string[] files = [.. Directory.EnumerateFiles(Yaml.Folder, "*", SearchOption.AllDirectories).Append(Path.Combine(WritHouse.Root, "Dockerfile")), .. Documentation.Page.All.Select(page => page.File)];
        var unknown = from file in files from name in Settings.NamedIn(File.ReadAllText(file)) where !Settings.Exists(name) select $"{Path.GetRelativePath(WritHouse.Root, file)}: {name}";
        Assert.Empty(unknown);
        Assert.True(files.Sum(file => Settings.NamedIn(File.ReadAllText(file)).Count()) > 20);
    }

    [Theory]
    [InlineData("Writ:Access:ApiKeys:0:Sha256", true)]
    [InlineData("Writ__Access__Public__0", true)]
    [InlineData("Writ:Load:Seats", true)]
    [InlineData("Writ:Load:Chairs", false)]
    [InlineData("Writ:Access:Open:0", false)]
    [InlineData("Writ:Sealing", false)]
    public void A_setting_is_known_by_its_type(string name, bool exists)
    {
        Assert.Equal([name], Settings.NamedIn($"- {name}=1"));
        Assert.Equal(exists, Settings.Exists(name));
    }
}
