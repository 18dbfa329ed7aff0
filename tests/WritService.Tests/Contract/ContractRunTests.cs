using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace WritService.Tests.Contract;

/// <summary>
/// A property of the running service: whatever is asked, the answer is one the contract names, and never a failure. Some hundred requests here;
/// <c>WRIT_CONTRACT_REQUESTS</c> asks for more, <c>WRIT_CONTRACT_SEED</c> for others.
/// </summary>
public sealed class ContractRunTests
{
    [Fact]
    public async Task Whatever_is_asked_the_answer_is_one_that_the_contract_names()
    {
        int count = Setting("WRIT_CONTRACT_REQUESTS", 400), seed = Setting("WRIT_CONTRACT_SEED", 20260101);
        using WritHouse house = new();
        house.UseKestrel(0);
        using HttpClient client = house.CreateClient();
        client.Timeout = TimeSpan.FromMinutes(5);
        string example = await client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary");
        byte[][] documents = [await Render(client, example, ""), await Render(client, example, "?seal=bureau")];
        ContractRequests requests = new(JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json")), seed, example, documents);

        ConcurrentQueue<string> faults = new();
        ConcurrentDictionary<string, int> seen = new();
        IEnumerable<(HttpRequestMessage, JsonElement)> all = Enumerable.Range(0, count).Select(_ => requests.Next());
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, cancel) =>
        {
            (HttpRequestMessage request, JsonElement call) = one;
            using HttpResponseMessage answer = await client.SendAsync(request, cancel);
            string id = call.GetProperty("operationId").GetString()!;
            seen.AddOrUpdate($"{id} {(int)answer.StatusCode}", 1, (_, n) => n + 1);
            if (await ContractAnswers.Fault(call, answer) is { } fault)
                faults.Enqueue($"{request.Method} {request.RequestUri} ({id}; Accept {request.Headers.Accept}, Content-Type {request.Content?.Headers.ContentType}): {fault}");
            request.Dispose();
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of {count} requests with seed {seed}:\n{string.Join('\n', faults.Distinct().Take(20))}");
        // The generator reaches what it is for: every call is asked, and answered well at least once where data can be made for it.
        Console.WriteLine($"contract: {count} requests with seed {seed}, no fault. {string.Join(", ", seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"))}");
        Assert.Contains(seen.Keys, key => key == "renderDocument 200");
        Assert.Contains(seen.Keys, key => key == "verifyDocument 200");
    }

    private static async Task<byte[]> Render(HttpClient client, string data, string query)
    {
        using HttpResponseMessage answer = await client.PostAsync("/v1/packs/songda-huizheng/documents" + query, new StringContent($"{{\"data\":{data}}}", MediaTypeHeaderValue.Parse("application/json")));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
