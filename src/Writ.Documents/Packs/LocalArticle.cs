namespace Writ.Documents;

/// <summary>One article of a local rule.</summary>
/// <param name="Demands">What it demands, in short.</param>
/// <param name="WithoutWrit">Why it demands no writ; null when packs answer it.</param>
public sealed record LocalArticle(string Article, string Demands, string? WithoutWrit);
