using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace WritService.Access;

/// <summary>Public keys of a token issuer from a local file: a JWK set (RFC 7517) or a PEM public key.</summary>
internal static class TokenKeys
{
    /// <exception cref="AccessRefusal">The file holds no public key.</exception>
    public static IReadOnlyList<SecurityKey> Read(string file)
    {
        string text = File.ReadAllText(file, Encoding.UTF8);
        IReadOnlyList<SecurityKey> keys = text.TrimStart().StartsWith('{') ? [.. new JsonWebKeySet(text).GetSigningKeys()] : [FromPem(text, file)];
        return keys.Count > 0 && keys.All(key => key is not SymmetricSecurityKey) ? keys : throw new AccessRefusal($"{file} holds no public key.");
    }

    private static SecurityKey FromPem(string pem, string file)
    {
        try
        {
            ECDsa ec = ECDsa.Create();
            ec.ImportFromPem(pem);
            return new ECDsaSecurityKey(ec);
        }
        // Not an EC key: the only other kind is RSA, whose refusal is final.
        catch (Exception refusal) when (refusal is CryptographicException or ArgumentException)
        {
            RSA rsa = RSA.Create();
            try
            {
                rsa.ImportFromPem(pem);
                return new RsaSecurityKey(rsa);
            }
            catch (Exception final) when (final is CryptographicException or ArgumentException)
            {
                throw new AccessRefusal($"{file} is neither a JWK set nor a PEM public key.");
            }
        }
    }
}
