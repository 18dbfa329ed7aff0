using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

public sealed class HttpTimestampTests
{
    private static readonly byte[] Digest = SHA256.HashData([7]);

    [Fact]
    public async Task The_second_authority_answers_when_the_first_is_silent()
    {
        var web = new Web { ["first"] = _ => throw new HttpRequestException("refused"), ["second"] = Honest };
        var outcome = await Authority(web).StampAsync(Digest, default);
        Assert.True(outcome.Succeeded);
        Assert.Equal(2, web.Asked("first"));
        Assert.Equal(1, web.Asked("second"));
    }

    [Fact]
    public async Task A_liar_is_passed_over_and_named_when_nobody_else_answers()
    {
        byte[]? replay = null;
        var web = new Web { ["first"] = request => replay ??= Honest(request), ["second"] = _ => null };
        var authority = Authority(web);
        Assert.True((await authority.StampAsync(Digest, default)).Succeeded);
        var outcome = await authority.StampAsync(Digest, default); // the same answer again: right imprint, old nonce
        Assert.Equal(["timestamp-nonce-wrong", "timestamp-authority-down"], outcome.Problems.Select(p => p.Code));
        Assert.All(outcome.Problems, p => Assert.NotNull(p.RetryAfter));
    }

    [Fact]
    public async Task Who_keeps_failing_is_left_alone_for_a_while()
    {
        var clock = new MovingClock(TestPki.Now);
        var web = new Web { ["first"] = _ => null, ["second"] = _ => null };
        var authority = Authority(web, clock);
        for (var i = 0; i < 5; i++)
            Assert.False((await authority.StampAsync(Digest, default)).Succeeded);
        Assert.Equal(2 * 2, web.Asked("first")); // two acts of two attempts, then silence
        clock.Now += TimeSpan.FromSeconds(31);
        web["first"] = request => TestPki.Certificates.Timestamps().Answer(request, clock.Now, 3);
        Assert.True((await authority.StampAsync(Digest, default)).Succeeded);
        Assert.Equal(5, web.Asked("first"));
    }

    [Fact]
    public async Task After_the_silence_one_caller_at_a_time_asks_again()
    {
        var clock = new MovingClock(TestPki.Now);
        var breaker = new CircuitBreaker(2, TimeSpan.FromSeconds(30), clock);
        breaker.Failed();
        Assert.True(breaker.TryEnter());
        breaker.Failed();
        Assert.False(breaker.TryEnter());
        Assert.Equal(TimeSpan.FromSeconds(30), breaker.Remaining);

        clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal(TimeSpan.Zero, breaker.Remaining);
        var entered = 0;
        await Parallel.ForAsync(0, 100, (_, _) =>
        {
            if (breaker.TryEnter()) Interlocked.Increment(ref entered);
            return ValueTask.CompletedTask;
        });
        Assert.Equal(1, entered);
        breaker.Failed(); // the one who asked found nobody: the silence begins anew
        Assert.Equal(TimeSpan.FromSeconds(30), breaker.Remaining);

        clock.Now += TimeSpan.FromSeconds(30);
        Assert.True(breaker.TryEnter());
        breaker.Succeeded();
        Assert.True(breaker.TryEnter() && breaker.TryEnter());
    }

    [Fact]
    public async Task A_wrong_media_type_or_an_endless_body_is_no_answer()
    {
        var web = new Web { ["first"] = _ => new byte[100_000], ["second"] = Honest };
        web.MediaType = "text/html";
        Assert.False((await Authority(web).StampAsync(Digest, default)).Succeeded);
        web.MediaType = TimestampResponse.MediaType;
        Assert.True((await Authority(web).StampAsync(Digest, default)).Succeeded);
    }

    [Fact]
    public async Task Who_never_answers_costs_its_time_outs_and_pauses_and_no_more()
    {
        var clock = new SteppedClock(TestPki.Now);
        var web = new Web { ["second"] = request => TestPki.Certificates.Timestamps().Answer(request, clock.GetUtcNow(), 3) };
        web.Silent.Add("first");
        var settings = TimestampSettings.For(new Uri("http://first/tsa"), new Uri("http://second/tsa"));
        var stamping = new HttpTimestampAuthority(new HttpClient(web), settings, TestPki.Certificates.Trust, clock).StampAsync(Digest, default).AsTask();
        for (var ring = 0; ring < 3; ring++) // the first time-out, the pause, the second time-out
            await clock.StepToNextTimer();
        Assert.True((await stamping).Succeeded);
        Assert.Equal(2, web.Asked("first"));
        Assert.Equal((2 * settings.Timeout) + settings.Backoff, clock.GetUtcNow() - TestPki.Now);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_mistaken_for_an_authority_that_is_silent()
    {
        var web = new Web();
        web.Silent.Add("first");
        using var leaving = new CancellationTokenSource();
        var stamping = Authority(web).StampAsync(Digest, leaving.Token).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stamping);
    }

    private static byte[]? Honest(byte[] request) => TestPki.Certificates.Timestamps().Answer(request, TestPki.Now, 3);

    private static HttpTimestampAuthority Authority(Web web, TimeProvider? clock = null)
    {
        var settings = TimestampSettings.For(new Uri("http://first/tsa"), new Uri("http://second/tsa")) with { Backoff = TimeSpan.Zero, BreakAfter = 2 };
        return new HttpTimestampAuthority(new HttpClient(web), settings, TestPki.Certificates.Trust, clock ?? TestPki.Clock);
    }

    private sealed class MovingClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }

    /// <summary>A little web of hosts, each a function from request body to response body.</summary>
    private sealed class Web : HttpMessageHandler
    {
        private readonly Dictionary<string, Func<byte[], byte[]?>> hosts = [];
        private readonly Dictionary<string, int> asked = [];

        /// <summary>Hosts that take a question and never answer.</summary>
        public HashSet<string> Silent { get; } = [];

        public string MediaType { get; set; } = TimestampResponse.MediaType;

        public Func<byte[], byte[]?> this[string host]
        {
            set => hosts[host] = value;
        }

        public int Asked(string host) => asked.GetValueOrDefault(host);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var host = request.RequestUri!.Host;
            asked[host] = Asked(host) + 1;
            if (Silent.Contains(host))
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            Assert.Equal(TimestampQuery.MediaType, request.Content!.Headers.ContentType!.MediaType);
            var body = hosts[host](await request.Content.ReadAsByteArrayAsync(cancellationToken));
            if (body is null)
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
            response.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
            return response;
        }
    }
}
