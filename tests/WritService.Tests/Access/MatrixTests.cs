using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WritService.Access;

namespace WritService.Tests.Access;

/// <summary>Each call × each scope × none, wrong, expired, right: only <em>right</em> passes.</summary>
public sealed class MatrixTests : IDisposable
{
    private static readonly string[] ScopeNames = [.. Scopes.All];
    private readonly WritHouse house;

    public MatrixTests()
    {
        List<(string, string)> settings = [];
        foreach (string state in new[] { "right", "expired" })
            for (int i = 0; i < ScopeNames.Length; i++)
            {
                string key = $"Writ:Access:ApiKeys:{settings.Count(s => s.Item1.EndsWith("Caller", StringComparison.Ordinal))}";
                settings.Add(($"{key}:Caller", $"{state}-{i}"));
                settings.Add(($"{key}:Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{state} {ScopeNames[i]}")))));
                settings.Add(($"{key}:Scopes:0", ScopeNames[i]));
                if (state == "expired")
                    settings.Add(($"{key}:Expires", "2020-01-01T00:00:00Z"));
            }
        house = new WritHouse([.. settings]) { Environment = "Production" };
    }

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task Only_the_right_key_passes()
    {
        HttpClient client = house.CreateClient();
        List<string> wrong = [];
        int tried = 0;
        foreach (RouteEndpoint call in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (call.Metadata.GetMetadata<ScopeNeeded>() is not { } needed)
                continue;
            foreach (string method in call.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
                foreach (string scope in ScopeNames)
                    foreach (string state in new[] { "none", "wrong", "expired", "right" })
                    {
                        tried++;
                        HttpStatusCode status = await Ask(client, call, method, state, scope);
                        bool opens = state == "right" && (scope == needed.Scope || (needed.Scope == Scopes.Seal && scope == Scopes.SealWithAll));
                        HttpStatusCode? refusal = opens ? null : state == "right" ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized;
                        if (refusal is { } expected ? status != expected : status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                            wrong.Add($"{method} {call.RoutePattern.RawText} with {state} {scope}: {(int)status}");
                    }
        }
        Assert.Empty(wrong);
        Assert.True(tried >= 8 * ScopeNames.Length * 4, $"only {tried} were tried");
    }

    [Fact]
    public async Task A_key_that_may_seal_with_one_seal_may_not_with_another()
    {
        using WritHouse own = new(("Writ:Access:ApiKeys:0:Caller", "a"), ("Writ:Access:ApiKeys:0:Sha256", Convert.ToHexStringLower(SHA256.HashData("k"u8))),
            ("Writ:Access:ApiKeys:0:Scopes:0", "documents:seal:attestation"), ("Writ:Access:ApiKeys:0:Scopes:1", "documents:render"), ("Writ:Access:ApiKeys:0:Profiles:0", "tonghua"));
        HttpClient client = own.CreateClient();
        ByteArrayContent document = new("%PDF-"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        HttpRequestMessage Seal(string key) => new(HttpMethod.Post, "/v1/documents/seal?key=" + key) { Content = document, Headers = { { "X-Api-Key", "k" } } };
        await (await client.SendAsync(Seal("bureau"))).Problem(HttpStatusCode.Forbidden, "forbidden");
        await (await client.SendAsync(Seal("attestation"))).Problem(HttpStatusCode.UnprocessableEntity, "document-unreadable");

        // And a profile that is not the caller's does not exist for it.
        await (await client.Ask(HttpMethod.Post, "/v1/packs/xunwen-bilu/documents", """{"data":{}}""", ("X-Api-Key", "k"))).Problem(HttpStatusCode.UnprocessableEntity, "unknown-profile");
    }

    private static async Task<HttpStatusCode> Ask(HttpClient client, RouteEndpoint call, string method, string state, string scope)
    {
        string path = "/" + call.RoutePattern.RawText!.TrimStart('/').Replace("{id}", "xunwen-bilu", StringComparison.Ordinal).Replace("{name}", "ordinary", StringComparison.Ordinal);
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (state != "none")
            request.Headers.Add("X-Api-Key", state == "wrong" ? "nobody's key" : $"{state} {scope}");
        if (method == "POST")
            request.Content = new StringContent("{}", Encoding.UTF8, call.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json");
        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
