namespace WritService.Problems;

/// <summary>Problem details for HTTP APIs (RFC 9457), with the extension members of this service.</summary>
/// <param name="Type">Where the kind of problem is described: <c>/problems/{code}</c>.</param>
/// <param name="Title">The kind of problem in words.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Instance">The path that was called.</param>
/// <param name="Code">The stable code of the kind.</param>
/// <param name="TraceId">Names this request in logs and traces.</param>
/// <param name="Errors">Everything that is wrong with the data, each with its place.</param>
internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Instance, string Code, string TraceId, IReadOnlyList<DataError>? Errors);

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Code">The rule or schema keyword that was broken.</param>
/// <param name="Path">JSON path of the culprit, <c>$</c> for the whole.</param>
/// <param name="Text">What is wrong, in the caller's language.</param>
/// <param name="Basis">The legal basis, where the rule has one.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
internal sealed record DataError(string Code, string Path, string Text, string? Basis, string Severity);
