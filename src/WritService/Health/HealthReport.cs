namespace WritService.Health;

/// <summary>What the service says of itself.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>unready</c>.</param>
/// <param name="Checks">What was looked at; none for liveness.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<HealthCheck> Checks);

/// <summary>One thing that was looked at.</summary>
/// <param name="Required">Without it the service is not ready; otherwise it lacks a convenience and works.</param>
internal sealed record HealthCheck(string Name, bool Passed, string Text, bool Required = true);
