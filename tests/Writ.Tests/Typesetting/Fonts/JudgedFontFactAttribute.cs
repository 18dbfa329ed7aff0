namespace Writ.Tests.Typesetting;

/// <summary>A test that needs font files and fonttools; what is absent is a skip that names it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JudgedFontFactAttribute : FactAttribute
{
    public JudgedFontFactAttribute(params string[] files)
    {
        string[] absent = [.. files.Where(file => !File.Exists(file))];
        Skip = absent.Length > 0 ? $"needs {string.Join(", ", absent)}: run .setup/fonts.sh" : FontTools.Absent;
    }
}
