using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace WritService.Tests.Access;

/// <summary>Client certificates at the service's own TLS, without a proxy.</summary>
public sealed class MutualTlsTests
{
    [Fact]
    public async Task A_client_certificate_opens_what_it_is_for_and_another_one_nothing()
    {
        using X509Certificate2 server = Certificate("localhost"), known = Certificate("cases"), stranger = Certificate("cases");
        using WritHouse house = new(("Writ:Access:Certificates:0:Caller", "cases"), ("Writ:Access:Certificates:0:Sha256", known.GetCertHashString(HashAlgorithmName.SHA256)), ("Writ:Access:Certificates:0:Scopes:0", "packs:read")) { Environment = "Production" };
        house.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(server)));
        house.StartServer();
        string address = house.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Assert.StartsWith("https:", address);
        Assert.Equal(HttpStatusCode.OK, await Ask(address, known));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(address, stranger));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(address, null));
    }

    private static async Task<HttpStatusCode> Ask(string address, X509Certificate2? certificate)
    {
        using HttpClientHandler handler = new() { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        if (certificate is not null)
            handler.ClientCertificates.Add(certificate);
        using HttpClient client = new(handler);
        using HttpResponseMessage answer = await client.GetAsync(address + "/v1/packs");
        return answer.StatusCode;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
