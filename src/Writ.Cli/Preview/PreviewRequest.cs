namespace Writ.Cli;

/// <summary>What is looked at: a pack, one of its examples, and the profile it is rendered under (the example's own when null).</summary>
internal sealed record PreviewRequest(string? Pack, string? Example, string? Profile);
