namespace WritService;

/// <summary>The content security policy of a page or a worker, where the strictest of all would show nothing.</summary>
internal sealed record ContentPolicy(string Text);
