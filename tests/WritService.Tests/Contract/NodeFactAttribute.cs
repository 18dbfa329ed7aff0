namespace WritService.Tests.Contract;

/// <summary>A test that needs npm; where it is absent the test is skipped, and says so.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "npm"))))
            Skip = "npm is absent.";
    }
}
