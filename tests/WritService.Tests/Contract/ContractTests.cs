using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WritService.Access;

namespace WritService.Tests.Contract;

/// <summary>The contract is a file that a person blesses: the service must not drift from it.</summary>
public sealed class ContractTests(WritHouse house) : IClassFixture<WritHouse>
{
    [Fact]
    public async Task The_service_speaks_as_openapi_writ_service_json_says()
    {
        string actual = (await house.CreateClient().GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string file = Path.Combine(WritHouse.Root, "openapi", "writ-service.json");
        if (Environment.GetEnvironmentVariable("WRIT_BLESS") == "1")
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null or "", "WRIT_BLESS is refused under CI.");
            await File.WriteAllTextAsync(file, actual);
        }
        Assert.Equal(await File.ReadAllTextAsync(file), actual);
    }

    [Fact]
    public async Task Every_call_is_in_the_contract_with_words_in_both_languages()
    {
        JsonElement contract = JsonElement.Parse(await house.CreateClient().GetStringAsync("/openapi/v1.json"));
        foreach (JsonProperty path in contract.GetProperty("paths").EnumerateObject())
            foreach (JsonProperty call in path.Value.EnumerateObject())
            {
                string summary = call.Value.GetProperty("summary").GetString()!, description = call.Value.GetProperty("description").GetString()!;
                Assert.Contains(" · ", summary);
                Assert.Contains(description, c => c >= 0x4E00);
                Assert.Contains(description, char.IsAsciiLetter);
                foreach (JsonElement parameter in call.Value.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray() : default)
                    Assert.True(parameter.TryGetProperty("description", out _), $"{call.Name} {path.Name}: {parameter.GetProperty("name")} has no description");
            }
    }

    [Fact]
    public void Every_call_needs_a_scope_or_says_that_it_needs_none()
    {
        foreach (Endpoint endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            Assert.True(endpoint.Metadata.GetMetadata<ScopeNeeded>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, endpoint.DisplayName);
    }
}
