namespace Writ.Scripting;

/// <summary>A place in a template: file name, 1-based line, 1-based column in UTF-16 units. Line and column are 0 at the end of the file.</summary>
public readonly record struct ScriptSpan(string File, int Line, int Column)
{
    public override string ToString() => $"{File}({Line},{Column})";
}
