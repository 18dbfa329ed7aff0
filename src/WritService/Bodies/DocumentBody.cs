using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using WritService.Problems;

namespace WritService.Bodies;

/// <summary>One PDF: the raw body (<c>application/pdf</c>), or the part <c>document</c> of <c>multipart/form-data</c>.</summary>
internal sealed record DocumentBody(byte[]? Bytes, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider
{
    public const string Pdf = "application/pdf", Multipart = "multipart/form-data", Part = "document";

    /// <summary>The bytes of a body that had no problem.</summary>
    public byte[] Value => Bytes ?? throw new InvalidOperationException("The body has a problem; BoundBody.Refuse answers it.");

    public static async ValueTask<DocumentBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        long limit = context.RequestServices.GetRequiredService<BodyLimits>().Document;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type))
            return Bad(new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        if (type.MediaType.Equals(Pdf, StringComparison.OrdinalIgnoreCase))
            return await RequestBytes.ReadAsync(context.Request, limit, context.RequestAborted) is { } raw ? Found(raw) : Bad(TooLarge(limit));
        if (!type.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary)
            return Bad(new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        return await FromMultipart(context, boundary.Value!, limit);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Pdf, Multipart], typeof(byte[])));

    // RFC 7578: one part, found by its name; any other part is refused rather than passed over.
    private static async Task<DocumentBody> FromMultipart(HttpContext context, string boundary, long limit)
    {
        byte[]? found = null;
        try
        {
            MultipartReader reader = new(boundary, context.Request.Body) { BodyLengthLimit = limit + 1, HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (found is not null || section.GetContentDispositionHeader()?.Name.Value?.Trim('"') != Part)
                    return Bad(ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, $"表单只能有一个名为 {Part} 的部分。", $"The form takes exactly one part, named {Part}."));
                using MemoryStream copy = new();
                await section.Body.CopyToAsync(copy, context.RequestAborted);
                if (copy.Length > limit)
                    return Bad(TooLarge(limit));
                found = copy.ToArray();
            }
        }
        // The reader's way to say that the framing is broken or a part is over its limit.
        catch (Exception fault) when (fault is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            return Bad(fault is InvalidDataException ? TooLarge(limit) : new ProblemAnswer(ProblemKinds.BadRequest));
        }
        return found is null ? Bad(ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, $"缺少名为 {Part} 的部分。", $"The part named {Part} is missing.")) : Found(found);
    }

    private static DocumentBody Found(byte[] bytes) => new(bytes, null);

    private static DocumentBody Bad(ProblemAnswer problem) => new(null, problem);

    private static ProblemAnswer TooLarge(long limit) =>
        ProblemAnswer.Of(ProblemKinds.BodyTooLarge, $"PDF 文件不得超过 {limit} 字节。", $"A PDF may have at most {limit} bytes.");
}
