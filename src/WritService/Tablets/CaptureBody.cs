using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Tablets;

/// <summary>What a tablet sends: JSON with ticket, act, device time, digest of what was shown, reading, device, and the members of the act.</summary>
internal sealed record CaptureBody(JsonElement Json, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider
{
    public static async ValueTask<CaptureBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
            return new CaptureBody(default, new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        long limit = context.RequestServices.GetRequiredService<BodyLimits>().Json;
        if (await RequestBytes.ReadAsync(context.Request, limit, context.RequestAborted) is not { } bytes)
            return new CaptureBody(default, FormParts.TooLarge(limit));
        return FormParts.ReadJson(bytes, out ProblemAnswer? problem) is { } json ? new CaptureBody(json, null) : new CaptureBody(default, problem);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(CaptureEnvelope)));
}
