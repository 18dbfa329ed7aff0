namespace Writ.Scripting;

public enum ScriptMode
{
    /// <summary>Text with code between <c>{{</c> and <c>}}</c>.</summary>
    Template,

    /// <summary>The whole text is code.</summary>
    Code,

    /// <summary>Code between two lines <c>+++</c>, then a template.</summary>
    FrontMatter,
}
