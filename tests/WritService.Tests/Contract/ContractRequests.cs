using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WritService.Tests.Contract;

/// <summary>
/// Requests made from the contract by a seeded generator: as agreed, nearly as agreed, and hostile. The same seed gives the same requests, and
/// a call that enters the contract is asked without anything being written here.
/// </summary>
internal sealed class ContractRequests
{
    private static readonly string[] Hostile = ["", " ", "..", "../../etc/passwd", "%00", "\u0001", "'\"<script>", "𠮷", "询问", new string('a', 300), "-1", "1e309", "null", "{}", "NaN"];
    private static readonly string[] Packs = ["songda-huizheng", "songda-huizheng", "送达回证", "xunwen-bilu", "meiyou"];
    private static readonly string[] Queries = ["bureau", "attestation", "nobody", "Issuer", "Close", "B-T", "B-LT", "B-LTA", "pdf", "docx", "kept", "any", "default", "tonghua", "2026-01-01T00:00:00Z"];
    private string Agreed(string parameter) => parameter switch { "format" => "pdf", "seal" or "key" => "bureau", "order" => Of(["kept", "any"]), "level" => Of(["B-T", "B-LT"]), "field" => "Issuer", "profile" => "default", _ => "a" };

    private static readonly string[] Accepted = ["*/*", "application/json", "application/pdf", "text/html", "application/zip", "application/x-ndjson", "image/png", "application/json;q=0, */*;q=0.1", "///", "application/pdf;q=x"];

    private readonly JsonElement contract;
    private readonly Random random;
    private readonly string example;
    private readonly byte[][] documents;
    private readonly (string Path, string Method, JsonElement Call)[] calls;
    private int asked;

    /// <param name="example">Case data that <c>songda-huizheng</c> accepts.</param>
    /// <param name="documents">PDFs the service made.</param>
    public ContractRequests(JsonElement contract, int seed, string example, params byte[][] documents)
    {
        this.contract = contract;
        random = new Random(seed);
        this.example = JsonSerializer.Serialize(JsonElement.Parse(example));
        this.documents = documents;
        calls = [.. contract.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (path.Name, call.Name.ToUpperInvariant(), call.Value)))];
    }

    public (HttpRequestMessage Request, JsonElement Call) Next()
    {
        // In turns, so that no call is left to chance.
        (string path, string method, JsonElement call) = calls[asked++ % calls.Length];
        List<string> query = [];
        foreach (JsonElement parameter in call.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray() : default)
        {
            string name = parameter.GetProperty("name").GetString()!, place = parameter.GetProperty("in").GetString()!;
            if (place == "path")
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(Segment(name)), StringComparison.Ordinal);
            else if (place == "query" && Chance(40))
                query.Add($"{name}={Uri.EscapeDataString(Chance(60) ? Agreed(name) : Chance(50) ? Of(Queries) : Of(Hostile))}");
        }
        if (Chance(5))
            query.Add(Chance(50) ? "unbekannt=1" : Of(Hostile));
        if (Chance(2) && query.Count > 0)
            query.Add(query[0]);

        HttpRequestMessage request = new(new HttpMethod(method), path + (query.Count > 0 ? "?" + string.Join('&', query.Select(item => item.Replace("#", "%23", StringComparison.Ordinal))) : ""));
        if (call.TryGetProperty("requestBody", out JsonElement body))
        {
            JsonProperty content = Of([.. body.GetProperty("content").EnumerateObject()]);
            request.Content = Body(content.Name, Whole(content.Value.GetProperty("schema")));
        }
        Dress(request);
        return (request, call);
    }

    private void Dress(HttpRequestMessage request)
    {
        void Put(string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
        if (Chance(50)) Put("Accept", Of(Accepted));
        if (Chance(40)) Put("Accept-Language", Of(["en", "zh-CN", "en;q=0.1, zh", "x;;q=", "*"]));
        if (Chance(10)) Put("If-None-Match", Of(["*", "\"abc\"", "W/\"x\"", "abc"]));
        if (Chance(10)) Put("Want-Repr-Digest", Of(["sha-512=3, sha-256=10", "sha-256=0", "md5=1", "=", "sha-512=999999999999"]));
        if (Chance(5)) Put("X-Request-Id", Of(["abc-1", "a b", new string('x', 100)]));
        if (Chance(3)) Put("Authorization", Of(["Bearer x", "Basic eDp5", "Bearer"]));
        if (Chance(3)) Put("Content-Digest", Of(["sha-256=:AAAA:", "sha-256=x", "md5=:AAAA:"]));
        if (Chance(2)) Put("Origin", "https://elsewhere.example");
        if (Chance(2)) Put("X-Forwarded-For", Of(Hostile[2..4]));
    }

    /// <summary>The schema itself where it is told by reference.</summary>
    private JsonElement Whole(JsonElement schema) =>
        schema.TryGetProperty("$ref", out JsonElement reference) ? contract.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private ByteArrayContent Body(string mediaType, JsonElement schema)
    {
        byte[] bytes = mediaType switch
        {
            "application/json" => Json(schema),
            "application/pdf" => Document(),
            "application/x-ndjson" => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ => Line()))),
            _ => [],
        };
        string boundary = "b" + random.Next();
        if (mediaType == "multipart/form-data")
            bytes = Multipart(boundary, schema.GetProperty("properties"));
        if (Chance(4))
            bytes = bytes[..random.Next(bytes.Length + 1)];
        if (Chance(4) && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 + random.Next(255));
        ByteArrayContent content = new(bytes);
        string type = mediaType == "multipart/form-data" ? $"{mediaType}; boundary={boundary}" : mediaType;
        if (!Chance(3))
            content.Headers.TryAddWithoutValidation("Content-Type", Chance(4) ? Of(["text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=", "x", "application/json; charset=utf-16"]) : type);
        if (Chance(5))
            content.Headers.TryAddWithoutValidation("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
        return content;
    }

    private byte[] Json(JsonElement schema)
    {
        if (Chance(15))
            return Of([[], "null"u8.ToArray(), "[]"u8.ToArray(), "{"u8.ToArray(), [0xFF, 0xFE], "{\"data\":{},\"data\":{}}"u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 2000)), "{\"data\":{\"a\":\"\\ud800\"}}"u8.ToArray()]);
        // Case data are made of an example the pack accepts; everything else of the contract's own example.
        if (!schema.GetProperty("properties").TryGetProperty("data", out _))
            return Encoding.UTF8.GetBytes(Changed(schema.GetProperty("examples")[0].GetRawText()));
        string profile = Chance(20) ? $",\"profile\":{JsonSerializer.Serialize(Chance(50) ? Of(Queries) : Of(Hostile))}" : "";
        return Encoding.UTF8.GetBytes($"{{\"data\":{Case()}{profile}{(Chance(3) ? ",\"more\":1" : "")}}}");
    }

    private string Line() => Of(
    [
        $"{{\"id\":\"{random.Next()}\",\"pack\":{JsonSerializer.Serialize(Segment("id"))},\"data\":{Case()}{(Chance(30) ? ",\"seal\":\"bureau\"" : "")}}}",
        "", "{", "{}", "[]", $"{{\"id\":7,\"pack\":\"x\",\"data\":{Case()}}}",
    ]);

    private string Case() => Changed(example);

    // As it is, or with one member lost, doubled in depth or turned into something else.
    private string Changed(string json)
    {
        JsonNode data = JsonNode.Parse(json)!;
        if (Chance(50))
            return data.ToJsonString();
        JsonObject at = data.AsObject();
        while (true)
        {
            string member = Of([.. at.Select(item => item.Key)]);
            if (at[member] is JsonObject { Count: > 0 } deeper && Chance(60))
            {
                at = deeper;
                continue;
            }
            JsonNode? worse = Of<Func<JsonNode?>>([() => null, () => JsonValue.Create(Of(Hostile)), () => JsonValue.Create(random.NextDouble() * 1e20), () => new JsonArray(), () => new JsonObject(), () => JsonValue.Create(true)])();
            if (Chance(25))
                at.Remove(member);
            else
                at[Chance(80) ? member : Of(Hostile)] = worse;
            return data.ToJsonString();
        }
    }

    private byte[] Document()
    {
        if (Chance(10))
            return Of([[], "%PDF-1.7"u8.ToArray(), Encoding.UTF8.GetBytes("%PDF-1.7\nstartxref\n99999999999\n%%EOF"), RandomNumberGenerator.GetBytes(100)]);
        byte[] bytes = [.. Of(documents)];
        if (Chance(30))
            bytes[random.Next(bytes.Length)] ^= (byte)(1 + random.Next(255));
        return Chance(10) ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private byte[] Multipart(string boundary, JsonElement parts)
    {
        MemoryStream body = new();
        void Part(string name, string type, byte[] bytes)
        {
            body.Write(Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: {type}\r\n\r\n"));
            body.Write(bytes);
            body.Write("\r\n"u8);
        }
        if (!Chance(5)) Part("document", "application/pdf", Document());
        foreach (JsonProperty part in parts.EnumerateObject())
            if (part.Value.TryGetProperty("examples", out JsonElement examples) && Chance(80))
                Part(part.Name, "application/json", Encoding.UTF8.GetBytes(Changed(examples[0].GetString()!)));
            else if (part.Value.TryGetProperty("items", out _) && Chance(10))
                Part(part.Name, "text/plain", Encoding.UTF8.GetBytes(Of(Hostile)));
        if (Chance(5)) Part(Of(["document", "x", "\r\n"]), "text/plain", "x"u8.ToArray());
        if (!Chance(5)) body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return body.ToArray();
    }

    private string Segment(string name) => Chance(10) ? Of(Hostile[4..]) : name switch { "id" => Of(Packs), "name" => Chance(80) ? "ordinary" : "x", "code" => Chance(80) ? "overloaded" : "x", _ => "x" };

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Of<T>(T[] items) => items[random.Next(items.Length)];
}
