namespace WritService.Access;

/// <summary>The configuration would let in whom it must not: the service does not start.</summary>
internal sealed class AccessRefusal(string message) : Exception(message);
