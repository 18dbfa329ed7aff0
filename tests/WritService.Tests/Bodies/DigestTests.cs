using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace WritService.Tests.Bodies;

/// <summary>Digest fields (RFC 9530), both ways.</summary>
public sealed class DigestTests(WritHouse house) : IClassFixture<WritHouse>
{
    private const string Body = """{"data":{}}""";
    private readonly HttpClient client = house.CreateClient();

    [Theory]
    [InlineData("Content-Digest", "sha-256=:{0}:", true)]
    [InlineData("Repr-Digest", "sha-512=:{1}:", true)]
    [InlineData("Content-Digest", "md5=:AAAA:, sha-256=:{0}:", true)]
    [InlineData("Content-Digest", "md5=:AAAA:", true)]
    [InlineData("Content-Digest", "sha-256=:{1}:", false)]
    [InlineData("Content-Digest", "sha-256=:{0}:, sha-512=:{0}:", false)]
    [InlineData("Repr-Digest", "sha-256={0}", false)]
    public async Task A_body_is_held_against_the_digest_it_comes_with(string field, string value, bool holds)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Body);
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/packs/songda-huizheng/check") { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.TryAddWithoutValidation(field, string.Format(value, Convert.ToBase64String(SHA256.HashData(bytes)), Convert.ToBase64String(SHA512.HashData(bytes))));
        using HttpResponseMessage answer = await client.SendAsync(request);
        if (holds)
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        else
            await answer.Problem(HttpStatusCode.BadRequest, "digest-mismatch");
    }

    [Theory]
    [InlineData(null, "sha-256")]
    [InlineData("sha-512=3, sha-256=1", "sha-512")]
    [InlineData("sha-256=0, sha-512=1", "sha-512")]
    [InlineData("md5=10", null)]
    public async Task A_document_leaves_with_the_digest_that_is_wanted(string? wanted, string? algorithm)
    {
        string data = await client.GetStringAsync("/v1/packs/songda-huizheng/examples/ordinary");
        foreach (string form in new[] { "application/pdf", "application/json" })
        {
            using HttpResponseMessage answer = await client.Ask(HttpMethod.Post, "/v1/packs/songda-huizheng/documents", $"{{\"data\":{data}}}", wanted is null ? [("Accept", form)] : [("Accept", form), ("Want-Repr-Digest", wanted)]);
            byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
            string? expected = algorithm is null ? null : $"{algorithm}=:{Convert.ToBase64String(algorithm == "sha-512" ? SHA512.HashData(bytes) : SHA256.HashData(bytes))}:";
            Assert.Equal(expected, answer.Headers.Concat(answer.Content.Headers).FirstOrDefault(header => header.Key == "Repr-Digest").Value?.Single());
        }
    }
}
