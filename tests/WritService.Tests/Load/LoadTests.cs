using System.Net;
using WritService.Access;
using WritService.Bodies;
using WritService.Load;
using Microsoft.AspNetCore.Http;

namespace WritService.Tests.Load;

/// <summary>What does not fit is told so at once, with the time to come back.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task A_caller_faster_than_its_pace_is_told_when_to_come_back()
    {
        using WritHouse house = new(("Writ:Load:RequestsPerSecond", "1"), ("Writ:Load:Burst", "3"));
        HttpClient client = house.CreateClient();
        List<HttpResponseMessage> answers = [];
        for (int i = 0; i < 6; i++)
            answers.Add(await client.Ask(HttpMethod.Post, "/v1/packs/xunwen-bilu/check", """{"data":{}}"""));
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        HttpResponseMessage refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await refused.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));

        // Reading the catalogue is not work.
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/v1/packs")).StatusCode);
    }

    [Fact]
    public async Task When_every_seat_and_the_queue_are_taken_the_next_is_refused_and_the_others_are_served()
    {
        using LoadGate gate = new(new LoadSettings(Seats: 2, Queue: 3), new BodyLimits(), new AccessSettings());
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<(HttpContext Context, Task Passing)> calls = [];
        for (int i = 0; i < 10; i++)
        {
            HttpContext context = Call(1000);
            calls.Add((context, gate.Pass(context, _ => open.Task)));
        }
        Assert.Equal((2, 3), gate.State);
        Task[] refused = [.. calls.Where(call => call.Passing.IsCompleted).Select(call => call.Passing)];
        Assert.Equal(5, refused.Length);
        Assert.Equal(5, calls.Count(call => call.Context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && call.Context.Response.Headers.RetryAfter == "1"));
        open.SetResult();
        await Task.WhenAll(calls.Select(call => call.Passing));
        Assert.Equal(5, calls.Count(call => call.Context.Response.StatusCode == StatusCodes.Status200OK));
        Assert.Equal((0, 0), gate.State);
    }

    [Fact]
    public async Task Bodies_that_would_not_fit_into_memory_together_wait_outside()
    {
        // Room for two bodies of the largest size, seats for many.
        BodyLimits bodies = new(Json: 1 << 20, Document: 9 << 20);
        using LoadGate gate = new(new LoadSettings(Seats: 100, Queue: 100, QueueSeconds: 0.05, BodyMegabytes: 20), bodies, new AccessSettings());
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] inside = [gate.Pass(Call(9 << 20), _ => open.Task), gate.Pass(Call(9 << 20), _ => open.Task)];
        HttpContext third = Call(9 << 20);
        await gate.Pass(third, _ => open.Task);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, third.Response.StatusCode);
        Assert.All(inside, call => Assert.False(call.IsCompleted));

        // A small one still fits.
        // (The limiter takes the third out of its line a moment after it has told it so.)
        HttpContext small;
        int tries = 0;
        do
            await gate.Pass(small = Call(1000), _ => Task.CompletedTask);
        while (small.Response.StatusCode != StatusCodes.Status200OK && ++tries < 100);
        Assert.Equal(StatusCodes.Status200OK, small.Response.StatusCode);
        open.SetResult();
        await Task.WhenAll(inside);
    }

    [Fact]
    public async Task A_caller_who_leaves_the_queue_takes_nobodys_place()
    {
        using LoadGate gate = new(new LoadSettings(Seats: 1, Queue: 5), new BodyLimits(), new AccessSettings());
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task first = gate.Pass(Call(10), _ => open.Task);
        using CancellationTokenSource leaving = new();
        HttpContext waiting = Call(10);
        waiting.RequestAborted = leaving.Token;
        Task second = gate.Pass(waiting, _ => Task.CompletedTask);
        Assert.False(second.IsCompleted);
        await leaving.CancelAsync();
        await second;
        open.SetResult();
        await first;
        Assert.Equal((0, 0), gate.State);
    }

    [Fact]
    public async Task A_call_that_takes_longer_than_there_is_time_is_ended_and_gives_its_seat_back()
    {
        using LoadGate gate = new(new LoadSettings(Seats: 1, WorkSeconds: 0.05), new BodyLimits(), new AccessSettings());
        HttpContext slow = Call(10);
        await gate.Pass(slow, context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, slow.Response.StatusCode);
        Assert.Equal("1", slow.Response.Headers.RetryAfter);
        Assert.Equal((0, 0), gate.State);
        Assert.False(slow.RequestAborted.IsCancellationRequested);
    }

    // Who sends a body drop by drop holds a seat no longer than the time there is.
    [Fact]
    public async Task A_body_that_does_not_arrive_ends_with_the_time()
    {
        using WritHouse house = new(("Writ:Load:WorkSeconds", "0.3"));
        house.UseKestrel(0);
        using HttpClient client = house.CreateClient();
        using System.Net.Sockets.TcpClient socket = new(client.BaseAddress!.Host, client.BaseAddress.Port);
        await socket.GetStream().WriteAsync("POST /v1/packs/xunwen-bilu/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        using StreamReader answer = new(socket.GetStream());
        Assert.Equal("HTTP/1.1 503 Service Unavailable", await answer.ReadLineAsync());
    }

    [Fact]
    public async Task Callers_without_proof_are_paced_each_by_its_address()
    {
        using LoadGate gate = new(new LoadSettings(RequestsPerSecond: 1, Burst: 1), new BodyLimits(), new AccessSettings { TrustedProxies = ["10.0.0.0/8"] });
        async Task<int> Ask(string peer, string? forwarded)
        {
            DefaultHttpContext context = Call(10);
            context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            if (forwarded is not null)
                context.Request.Headers["X-Forwarded-For"] = forwarded;
            await gate.Pass(context, _ => Task.CompletedTask);
            return context.Response.StatusCode;
        }
        Assert.Equal(200, await Ask("192.0.2.1", null));
        Assert.Equal(429, await Ask("192.0.2.1", "198.51.100.9")); // nobody we trust says so
        Assert.Equal(200, await Ask("192.0.2.2", null));
        Assert.Equal(200, await Ask("10.1.2.3", "198.51.100.9, 203.0.113.7"));
        Assert.Equal(429, await Ask("10.9.9.9", "203.0.113.7"));
    }

    private static DefaultHttpContext Call(long length)
    {
        DefaultHttpContext context = new();
        context.Request.ContentLength = length;
        context.Response.Body = new MemoryStream();
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new Work()), "work"));
        return context;
    }
}
