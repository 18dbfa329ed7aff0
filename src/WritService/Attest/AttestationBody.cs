using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Attest;

/// <summary>What an attestation comes in as: <c>multipart/form-data</c> with the parts <c>document</c> (PDF) and <c>attestation</c> (JSON), each once.</summary>
internal sealed record AttestationBody(byte[]? Document, JsonElement Attestation, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider
{
    private const string Multipart = "multipart/form-data", DocumentPart = "document", AttestationPart = "attestation";

    /// <summary>The document of a body that had no problem.</summary>
    public byte[] Value => Document ?? throw new InvalidOperationException("The body has a problem; BoundBody.Refuse answers it.");

    public static async ValueTask<AttestationBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        BodyLimits limits = context.RequestServices.GetRequiredService<BodyLimits>();
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary)
            return Bad(new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        byte[]? document = null, attestation = null;
        try
        {
            // RFC 7578: parts are found by name; any other is refused rather than passed over.
            MultipartReader reader = new(boundary.Value!, context.Request.Body) { BodyLengthLimit = limits.Document + 1, HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                string? name = section.GetContentDispositionHeader()?.Name.Value?.Trim('"');
                if ((name != DocumentPart || document is not null) && (name != AttestationPart || attestation is not null))
                    return Bad(ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, $"表单应有 {DocumentPart} 与 {AttestationPart} 两个部分，各一次。", $"The form takes the parts {DocumentPart} and {AttestationPart}, each once."));
                using MemoryStream copy = new();
                await section.Body.CopyToAsync(copy, context.RequestAborted);
                if (copy.Length > (name == DocumentPart ? limits.Document : limits.Json))
                    return Bad(TooLarge(name == DocumentPart ? limits.Document : limits.Json));
                if (name == DocumentPart)
                    document = copy.ToArray();
                else
                    attestation = copy.ToArray();
            }
        }
        // The reader's way to say that the framing is broken or a part is over its limit.
        catch (Exception fault) when (fault is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            return Bad(fault is InvalidDataException ? TooLarge(limits.Document) : new ProblemAnswer(ProblemKinds.BadRequest));
        }
        if (document is null || attestation is null)
            return Bad(ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, $"缺少名为 {(document is null ? DocumentPart : AttestationPart)} 的部分。", $"The part named {(document is null ? DocumentPart : AttestationPart)} is missing."));
        if (JsonFault.In(attestation) is { } wrong)
            return Bad(ProblemAnswer.Of(ProblemKinds.MalformedJson, $"第 {wrong.Line} 行第 {wrong.Column} 列：不是合法的 JSON。", $"Line {wrong.Line}, column {wrong.Column}: not well-formed JSON."));
        try
        {
            return new AttestationBody(document, JsonElement.Parse(attestation, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = WireJson.MaxDepth }), null);
        }
        // Well-formed by now: only a doubled member is left to refuse.
        catch (JsonException)
        {
            return Bad(ProblemAnswer.Of(ProblemKinds.InvalidEnvelope, "JSON 中有重复的成员。", "A member of the JSON is doubled."));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata([Multipart], typeof(byte[])));

    private static AttestationBody Bad(ProblemAnswer problem) => new(null, default, problem);

    private static ProblemAnswer TooLarge(long limit) => ProblemAnswer.Of(ProblemKinds.BodyTooLarge, $"该部分不得超过 {limit} 字节。", $"The part may have at most {limit} bytes.");
}
