namespace Writ.Pdf;

/// <summary>The writ's own metadata, namespace <see cref="Namespace"/>, declared in the document by an extension schema. Hashes are lower-case hexadecimal.</summary>
/// <param name="Audience">For whom a masked document was derived, <c>party</c> or <c>public</c>; null for the writ itself, as are the id and the SHA-256 of the original when they are not known.</param>
public sealed record WritIdentity(string DocumentId, string PackId, string PackVersion, string PackHash, string DataHash, string Profile,
    string? Audience = null, string? DerivedFrom = null, string? DerivedDigest = null)
{
    public const string Namespace = "https://writservice.example/ns/writ/1.0/";
    public const string Prefix = "writ";
}
