namespace WritService.Health;

/// <summary>What the service says of itself.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>unready</c>.</param>
/// <param name="Checks">What was looked at; none for liveness.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<HealthCheck> Checks);

/// <summary>One thing that was looked at.</summary>
internal sealed record HealthCheck(string Name, bool Passed, string Text);
