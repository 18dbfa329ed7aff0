using System.Net;

namespace WritService.Tests.Access;

/// <summary>Pages of others: of the configured origins, and of no other.</summary>
public sealed class CrossOriginTests
{
    private const string Known = "https://cases.example";

    [Theory]
    [InlineData(Known, true)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("null", false)]
    public async Task A_page_of_a_configured_origin_may_call(string origin, bool may)
    {
        using WritHouse house = new(("Writ:Access:Origins:0", Known));
        HttpClient client = house.CreateClient();
        HttpResponseMessage before = await client.Ask(HttpMethod.Options, "/v1/documents/verify", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,x-api-key"));
        HttpResponseMessage call = await client.Ask(HttpMethod.Get, "/v1/packs", null, ("Origin", origin));
        HttpResponseMessage problem = await client.Ask(HttpMethod.Get, "/v1/packs/meiyou", null, ("Origin", origin));
        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
        Assert.All(new[] { before, call, problem }, answer => Assert.Equal(may ? [Known] : [], answer.Headers.TryGetValues("Access-Control-Allow-Origin", out IEnumerable<string>? allowed) ? allowed : []));
        Assert.False(call.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal(may, call.Headers.TryGetValues("Access-Control-Expose-Headers", out IEnumerable<string>? exposed) && string.Join(',', exposed).Contains("Writ-Receipt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task By_default_no_page_may()
    {
        using WritHouse house = new();
        HttpResponseMessage answer = await house.CreateClient().Ask(HttpMethod.Get, "/v1/packs", null, ("Origin", Known));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
