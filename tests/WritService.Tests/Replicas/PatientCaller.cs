using System.Net;

namespace WritService.Tests.Replicas;

/// <summary>
/// A case system as the guide asks it to be: a call that broke off, or that was told to come back, is made again as it was; any other
/// answer stands.
/// </summary>
internal sealed class PatientCaller(HttpClient client)
{
    private const int MostTries = 1_200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int repeated;

    /// <summary>Calls made again, of all.</summary>
    public int Repeated => repeated;

    /// <summary>The answer, its body read to the end.</summary>
    public async Task<(HttpResponseMessage Answer, byte[] Body)> Call(Func<HttpRequestMessage> request)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                using HttpRequestMessage asked = request();
                HttpResponseMessage answer = await client.SendAsync(asked);
                byte[] body = await answer.Content.ReadAsByteArrayAsync();
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests))
                    return (answer, body);
                Assert.True(tries < MostTries, $"still {(int)answer.StatusCode} after {tries} tries");
            }
            // The connection ended before the answer did: a replica was killed.
            catch (Exception fault) when (fault is HttpRequestException or IOException && tries < MostTries)
            {
            }
            Interlocked.Increment(ref repeated);
            await Task.Delay(Pause);
        }
    }
}
