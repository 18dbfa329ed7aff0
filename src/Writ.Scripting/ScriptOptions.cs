namespace Writ.Scripting;

/// <summary>The dialect a script is read and run in.</summary>
public sealed record ScriptOptions
{
    /// <summary>The language as the reference measures it: forgiving by default.</summary>
    public static ScriptOptions Compatible { get; } = new();

    /// <summary>What packs run in: unknown names and members, failed date parsing and cut output are errors; printed values are XML-escaped.</summary>
    public static ScriptOptions Strict { get; } = new()
    {
        StrictVariables = true,
        RelaxedMember = false,
        RelaxedIndexer = false,
        EscapesPrintedValues = true,
        RefusesFailedDates = true,
        RefusesCutOutput = true,
        Limits = ScriptLimits.Default with { Loop = 100_000, Output = 16 * 1024 * 1024, RegexTime = TimeSpan.FromSeconds(1) },
    };

    public ScriptMode Mode { get; init; } = ScriptMode.Template;
    public ScriptLimits Limits { get; init; } = ScriptLimits.Default;

    /// <summary>An unknown variable is an error instead of null.</summary>
    public bool StrictVariables { get; init; }

    /// <summary>An unknown member of an object is null instead of an error.</summary>
    public bool RelaxedMember { get; init; } = true;

    /// <summary>A member or item of null is null instead of an error.</summary>
    public bool RelaxedTarget { get; init; }

    /// <summary>A call of an unknown function is null instead of an error.</summary>
    public bool RelaxedFunction { get; init; }

    /// <summary>An index out of range is null instead of an error.</summary>
    public bool RelaxedIndexer { get; init; } = true;

    /// <summary><c>a[null]</c> is null instead of an error.</summary>
    public bool NullIndexer { get; init; }

    /// <summary>Values of several lines are indented as the code block that prints them.</summary>
    public bool AutoIndent { get; init; } = true;

    public bool IndentOnEmptyLines { get; init; } = true;

    /// <summary>A runtime error becomes <c>[message]</c> in the output and the next statement runs.</summary>
    public bool RendersErrors { get; init; }

    /// <summary>Using a function without <c>ret</c> inside an expression is an error.</summary>
    public bool RefusesStatementFunctions { get; init; }

    /// <summary>Every printed value but markup is XML-escaped.</summary>
    public bool EscapesPrintedValues { get; init; }

    /// <summary>A text no date can be read from is an error instead of the first day of year 1.</summary>
    public bool RefusesFailedDates { get; init; }

    /// <summary>Output beyond the limit is an error instead of being cut with <c>...</c>.</summary>
    public bool RefusesCutOutput { get; init; }

    /// <summary>Literals with a point are decimals instead of doubles.</summary>
    public bool ReadsDecimals { get; init; }

    /// <summary>The culture numbers and dates are printed in; "" = invariant.</summary>
    public string Culture { get; init; } = "";

    /// <summary>The line end <c>tablerow</c> writes.</summary>
    public string NewLine { get; init; } = "\n";
}
