namespace Writ.Tests;

/// <summary>Tests that count what the whole process allocates run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
