namespace WritService.Load;

/// <summary>Endpoint metadata: the call works on a body, and passes the <see cref="LoadGate"/>.</summary>
internal sealed record Work;
