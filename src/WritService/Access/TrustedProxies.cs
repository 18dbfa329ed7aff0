using System.Net;

namespace WritService.Access;

/// <summary>The reverse proxies whose word is taken for who is calling.</summary>
internal sealed class TrustedProxies(AccessSettings access)
{
    private const string ForwardedFor = "X-Forwarded-For";
    private readonly IPNetwork[] networks = [.. access.TrustedProxies.Select(text => Read(text) ?? throw new AccessRefusal($"Writ:Access:TrustedProxies: '{text}' is neither an address nor a network."))];

    public bool Include(IPAddress? peer) => peer is not null && networks.Any(network => network.Contains(Plain(peer)));

    /// <summary>The address a call comes from: the peer's, or what a trusted peer adds last to X-Forwarded-For.</summary>
    public string Origin(HttpContext context)
    {
        IPAddress? peer = context.Connection.RemoteIpAddress;
        if (Include(peer) && context.Request.Headers[ForwardedFor] is [.., { } last] && IPAddress.TryParse(last.Split(',')[^1].Trim(), out IPAddress? caller))
            return Plain(caller).ToString();
        return peer is null ? "" : Plain(peer).ToString();
    }

    private static IPNetwork? Read(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network) ? network : IPAddress.TryParse(text, out IPAddress? one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
