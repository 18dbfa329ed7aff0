using System.Text.Json;
using System.Text.Json.Serialization;

namespace Writ.Outside;

/// <summary>What certs-dev/recipe.json says: who exists and who issued whom.</summary>
internal sealed record CertificateRecipe(
    string Organization,
    string Country,
    string BaseUrl,
    string Password,
    string TimestampPolicy,
    IReadOnlyList<CertificateRecipe.Entry> Certificates)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Use">root, issuing, seal, timestamp, ocsp or encryption.</param>
    /// <param name="Issuer">Name of an earlier entry; absent for the root.</param>
    /// <param name="Key">P-256, P-384, RSA-2048, RSA-3072 or RSA-4096.</param>
    internal sealed record Entry(string Name, string CommonName, string Use, string Key, int Days, string? Issuer = null);

    /// <exception cref="JsonException">Not the recipe this product reads.</exception>
    public static CertificateRecipe Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<CertificateRecipe>(json, Strict) ?? throw new JsonException("The recipe is null.");
}
