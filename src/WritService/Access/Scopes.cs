namespace WritService.Access;

/// <summary>What a caller may be allowed to do. Sealing is allowed key by key.</summary>
internal static class Scopes
{
    public const string ReadPacks = "packs:read";
    public const string Render = "documents:render";
    public const string Attest = "documents:attest";
    public const string Capture = "captures:write";
    public const string Verify = "documents:verify";
    public const string Batches = "batches";

    /// <summary>The measurements, for whoever watches the service.</summary>
    public const string Metrics = "metrics:read";

    /// <summary>Sealing with any key; the call itself asks for the key's own scope.</summary>
    public const string Seal = "documents:seal";

    /// <summary>Every key.</summary>
    public const string SealWithAll = Seal + ":*";

    public static readonly IReadOnlyList<string> All = [ReadPacks, Render, Attest, Capture, Verify, Batches, Metrics, SealWithAll];

    public static string SealWith(string key) => $"{Seal}:{key}";

    /// <summary>Whether a scope a configuration names exists.</summary>
    public static bool IsKnown(string scope) =>
        All.Contains(scope) || (scope.StartsWith(Seal + ":", StringComparison.Ordinal) && scope.Length > Seal.Length + 1 && scope.AsSpan(Seal.Length + 1).IndexOfAnyExcept(KeyNameCharacters) < 0);

    private static readonly System.Buffers.SearchValues<char> KeyNameCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
}
