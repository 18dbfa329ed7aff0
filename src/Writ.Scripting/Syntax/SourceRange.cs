namespace Writ.Scripting;

/// <summary>A piece of a template: from <see cref="Start"/> up to, not including, <see cref="End"/>.</summary>
internal readonly record struct SourceRange(SourceText Source, int Start, int End)
{
    public string Text => Source.Text[Start..End];
}
