namespace Writ.Tests.Typesetting;

/// <summary>A test that needs font files of the machine; absent ones are a skip that names them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FontFactAttribute : FactAttribute
{
    public FontFactAttribute(params string[] files)
    {
        string[] absent = [.. files.Where(file => !File.Exists(file))];
        if (absent.Length > 0)
            Skip = $"needs {string.Join(", ", absent)}: run .setup/fonts.sh";
    }
}
