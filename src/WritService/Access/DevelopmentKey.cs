using System.Security.Cryptography;
using System.Text;

namespace WritService.Access;

/// <summary>
/// When nobody is configured to prove who they are, one key is made at start and shown on the console, never in the log. It may do
/// everything, and the service then listens on loopback only.
/// </summary>
internal sealed class DevelopmentKey
{
    public const string CallerName = "development";

    public DevelopmentKey(AccessSettings access)
    {
        if (access.Configured)
            return;
        Text = "writ_dev_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Hash = SHA256.HashData(Encoding.UTF8.GetBytes(Text));
    }

    public string? Text { get; }

    public byte[]? Hash { get; }
}
