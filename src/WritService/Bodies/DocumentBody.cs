using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using WritService.Problems;

namespace WritService.Bodies;

/// <summary>One PDF: the raw body (<c>application/pdf</c>), or the part <c>document</c> of <c>multipart/form-data</c>.</summary>
internal sealed record DocumentBody(byte[]? Bytes, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider
{
    public const string Pdf = "application/pdf", Part = "document";

    /// <summary>The bytes of a body that had no problem.</summary>
    public byte[] Value => Bytes ?? throw new InvalidOperationException("The body has a problem; BoundBody.Refuse answers it.");

    public static async ValueTask<DocumentBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        long limit = context.RequestServices.GetRequiredService<BodyLimits>().Document;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type))
            return Bad(new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        if (type.MediaType.Equals(Pdf, StringComparison.OrdinalIgnoreCase))
            return await RequestBytes.ReadAsync(context.Request, limit, context.RequestAborted) is { } raw ? Found(raw) : Bad(TooLarge(limit));
        FormParts form = await FormParts.ReadAsync(context, new FormParts.Part(Part, limit));
        return form.Problem is { } unfit ? Bad(unfit) : form.First(Part) is { } found ? Found(found) : Bad(FormParts.Missing(Part));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Pdf, FormParts.MediaType], typeof(byte[])));

    private static DocumentBody Found(byte[] bytes) => new(bytes, null);

    private static DocumentBody Bad(ProblemAnswer problem) => new(null, problem);

    private static ProblemAnswer TooLarge(long limit) =>
        ProblemAnswer.Of(ProblemKinds.BodyTooLarge, $"PDF 文件不得超过 {limit} 字节。", $"A PDF may have at most {limit} bytes.");
}
