using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Writ.Documents;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Attest;

/// <summary>
/// What an attestation comes in as: a form with the part <c>document</c> (PDF) and either one <c>attestation</c> (JSON), or captures of tablets as
/// parts <c>capture</c>, in the order in which they are recorded; then <c>attestation</c> may add who else was there.
/// </summary>
internal sealed record AttestationBody(byte[]? Document, JsonElement? Attestation, IReadOnlyList<string> Captures, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider
{
    private const string AttestationPart = "attestation", CapturePart = "capture";
    private const int MostCaptures = 20;

    /// <summary>The document of a body that had no problem.</summary>
    public byte[] Value => Document ?? throw new InvalidOperationException("The body has a problem; BoundBody.Refuse answers it.");

    public static async ValueTask<AttestationBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        BodyLimits limits = context.RequestServices.GetRequiredService<BodyLimits>();
        FormParts form = await FormParts.ReadAsync(context, new(DocumentBody.Part, limits.Document), new(AttestationPart, limits.Json), new(CapturePart, Capture.Longest, MostCaptures));
        if (form.Problem is { } unfit)
            return Bad(unfit);
        if (form.First(DocumentBody.Part) is not { } document)
            return Bad(FormParts.Missing(DocumentBody.Part));
        IReadOnlyList<string> captures = [.. form.All(CapturePart).Select(capture => Encoding.ASCII.GetString(capture).Trim())];
        if (form.First(AttestationPart) is not { } json)
            return captures.Count > 0 ? new AttestationBody(document, null, captures, null) : Bad(FormParts.Missing(AttestationPart));
        return FormParts.ReadJson(json, out ProblemAnswer? problem) is { } attestation ? new AttestationBody(document, attestation, captures, null) : Bad(problem!);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([FormParts.MediaType], typeof(byte[])));
        builder.Metadata.Add(new FormDescription(
            new FormText(AttestationPart, "签署记录 · The attestation", """{"act":"refusal","slots":["recipient"],"person":{"name":"王海涛"},"at":"2026-01-01T09:30:00+08:00","reason":"未说明理由"}"""),
            new FormText(CapturePart, "平板的采集结果 · Captures of tablets", Many: true)));
    }

    private static AttestationBody Bad(ProblemAnswer problem) => new(null, null, [], problem);
}
