using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using WritService.Problems;

namespace WritService.Bodies;

/// <summary>The parts of <c>multipart/form-data</c> (RFC 7578), found by name; any other part, or one too many, is refused rather than passed over.</summary>
internal sealed record FormParts(IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Found, ProblemAnswer? Problem)
{
    public const string MediaType = "multipart/form-data";

    /// <summary>A part a form may have.</summary>
    /// <param name="Limit">Bytes of one.</param>
    /// <param name="Most">How many there may be.</param>
    internal readonly record struct Part(string Name, long Limit, int Most = 1);

    public static async ValueTask<FormParts> ReadAsync(HttpContext context, params Part[] parts)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary)
            return Bad(new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        Dictionary<string, List<byte[]>> found = new(StringComparer.Ordinal);
        try
        {
            MultipartReader reader = new(boundary.Value!, context.Request.Body) { BodyLengthLimit = parts.Max(part => part.Limit) + 1, HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                string name = section.GetContentDispositionHeader()?.Name.Value?.Trim('"') ?? "";
                Part part = Array.Find(parts, known => known.Name == name);
                if (part.Name is null || (found.TryGetValue(name, out List<byte[]>? earlier) && earlier.Count == part.Most))
                    return Bad(ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, $"表单的部分只能是：{string.Join("、", parts.Select(Words))}。", $"The form takes the parts {string.Join(", ", parts.Select(Words))}."));
                using MemoryStream copy = new();
                await section.Body.CopyToAsync(copy, context.RequestAborted);
                if (copy.Length > part.Limit)
                    return Bad(TooLarge(part.Limit));
                if (earlier is null)
                    found.Add(name, earlier = []);
                earlier.Add(copy.ToArray());
            }
        }
        // The reader's way to say that the framing is broken or a part is over its limit.
        catch (Exception fault) when (fault is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            return Bad(fault is InvalidDataException ? TooLarge(parts.Max(part => part.Limit)) : new ProblemAnswer(ProblemKinds.BadRequest));
        }
        return new FormParts(found.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<byte[]>)pair.Value, StringComparer.Ordinal), null);
    }

    /// <summary>The first part of that name, or null.</summary>
    public byte[]? First(string name) => All(name) is [var first, ..] ? first : null;

    public IReadOnlyList<byte[]> All(string name) => Found.GetValueOrDefault(name) ?? [];

    public static ProblemAnswer Missing(string name) => ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, $"缺少名为 {name} 的部分。", $"The part named {name} is missing.");

    /// <summary>A part that is JSON; or what is wrong with it.</summary>
    public static JsonElement? ReadJson(byte[] part, out ProblemAnswer? problem)
    {
        problem = null;
        if (JsonFault.In(part) is { } wrong)
            problem = ProblemAnswer.Of(ProblemKinds.MalformedJson, $"第 {wrong.Line} 行第 {wrong.Column} 列：不是合法的 JSON。", $"Line {wrong.Line}, column {wrong.Column}: not well-formed JSON.");
        else
            try
            {
                return JsonElement.Parse(part, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = WireJson.MaxDepth });
            }
            // Well-formed by now: only a doubled member is left to refuse.
            catch (JsonException)
            {
                problem = ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, "JSON 中有重复的成员。", "A member of the JSON is doubled.");
            }
        return null;
    }

    private static string Words(Part part) => part.Most == 1 ? part.Name : $"{part.Name}（×{part.Most}）";

    private static FormParts Bad(ProblemAnswer problem) => new(new Dictionary<string, IReadOnlyList<byte[]>>(), problem);

    public static ProblemAnswer TooLarge(long limit) => ProblemAnswer.Of(ProblemKinds.BodyTooLarge, $"该部分不得超过 {limit} 字节。", $"The part may have at most {limit} bytes.");
}
