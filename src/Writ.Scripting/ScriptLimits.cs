namespace Writ.Scripting;

/// <summary>What a script may cost. Always on; breaching one is a <see cref="ScriptException"/>.</summary>
public sealed record ScriptLimits
{
    public static ScriptLimits Default { get; } = new();

    /// <summary>Rounds of the outermost loop with everything walked inside it; 0 = no limit of its own (steps still count).</summary>
    public int Loop { get; init; } = 1000;

    /// <summary>Nested calls of functions and includes.</summary>
    public int Recursion { get; init; } = 100;

    /// <summary>Characters of one render, and of one printed value.</summary>
    public int Output { get; init; } = 1_048_576;

    /// <summary>Levels of objects and arrays when printed.</summary>
    public int ObjectDepth { get; init; } = 20;

    /// <summary>Nesting of expressions and blocks in a template.</summary>
    public int ExpressionDepth { get; init; } = 250;

    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Statements run and items walked in one render.</summary>
    public long Steps { get; init; } = 50_000_000;

    /// <summary>Characters of a template.</summary>
    public int TemplateLength { get; init; } = 16 * 1024 * 1024;
}
