using System.Text.Json;

namespace Writ.Outside;

/// <summary>A bureau's own sealing, as one JSON file says it (<c>Writ:Seals</c> or <c>WRIT_SEALS</c>); paths are relative to that file. Passwords never stand in it.</summary>
/// <param name="Keys">The seal keys.</param>
/// <param name="Roots">PEM file with the trusted roots, and issuers that help to reach them.</param>
/// <param name="TimestampAuthorities">Addresses of RFC 3161 authorities, asked in this order.</param>
/// <param name="Custody">Certificate (PEM or DER, RSA) to which captured strokes and prints are encrypted; attestations are taken only when it and a key named <c>attestation</c> are there.</param>
/// <param name="RevocationHosts">Hosts, as <c>name</c> or <c>name:port</c>, that may be asked for OCSP responses and CRLs.</param>
internal sealed record SealSettings(IReadOnlyList<SealSettings.Key> Keys, string Roots, IReadOnlyList<Uri> TimestampAuthorities, IReadOnlyList<string>? RevocationHosts = null, string? Custody = null)
{
    /// <param name="Name">By which callers choose it.</param>
    /// <param name="Pkcs12">PKCS#12 file; or else:</param>
    /// <param name="Certificates">PEM file: the certificate of the key, then its issuers.</param>
    /// <param name="PrivateKey">PEM file of the key, encrypted or not; or else:</param>
    /// <param name="Pkcs11Uri">RFC 7512 address of a key in a token.</param>
    /// <param name="Pkcs11Provider">Name of the OpenSSL provider that reaches the token; its <c>pkcs11</c> engine when absent.</param>
    /// <param name="PasswordFile">File that holds the password or PIN, as container secrets are mounted.</param>
    /// <param name="Impression">PNG of the seal's impression, transparent around the red.</param>
    /// <param name="Callers">Who may seal with it; everybody with the scope when absent.</param>
    /// <param name="Pss">RSA keys: RSASSA-PSS instead of PKCS#1 v1.5.</param>
    internal sealed record Key(string Name, string? Pkcs12 = null, string? Certificates = null, string? PrivateKey = null, string? Pkcs11Uri = null,
        string? Pkcs11Provider = null, string? PasswordFile = null, string? Impression = null, IReadOnlyList<string>? Callers = null, bool Pss = false);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <exception cref="InvalidDataException">The file is not as described.</exception>
    public static SealSettings Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<SealSettings>(File.ReadAllBytes(file), Strict) ?? throw new InvalidDataException($"{file} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}: {fault.Message}", fault);
        }
    }
}
