namespace Writ.Conformance;

/// <summary>A theory that needs an outside judge; skipped, with the reason, where the judge is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JudgedTheoryAttribute : TheoryAttribute
{
    public JudgedTheoryAttribute(string judge)
    {
        if (!Judge.Of(judge).IsPresent)
            Skip = $"The judge {judge} is absent.";
    }
}
