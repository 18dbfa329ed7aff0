namespace Writ.Pdf;

/// <summary>The writ's own metadata, namespace <see cref="Namespace"/>, declared in the document by an extension schema. Hashes are lower-case hexadecimal.</summary>
public sealed record WritIdentity(string DocumentId, string PackId, string PackVersion, string PackHash, string DataHash, string Profile)
{
    public const string Namespace = "https://writservice.example/ns/writ/1.0/";
    public const string Prefix = "writ";
}
