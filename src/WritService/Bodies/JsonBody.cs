using System.Reflection;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.Metadata;
using WritService.Problems;

namespace WritService.Bodies;

/// <summary>A JSON envelope, bound strictly in three steps, each with its own problem: well-formed, of the agreed members, valid.</summary>
internal sealed record JsonBody<T>(T? Envelope, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider where T : class
{
    /// <summary>The envelope of a body that had no problem.</summary>
    public T Value => Envelope ?? throw new InvalidOperationException("The body has a problem; BoundBody.Refuse answers it.");

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
            return Bad(new ProblemAnswer(ProblemKinds.UnsupportedMediaType));
        long limit = context.RequestServices.GetRequiredService<BodyLimits>().Json;
        byte[]? bytes = await RequestBytes.ReadAsync(context.Request, limit, context.RequestAborted);
        return bytes is null ? Bad(TooLarge(limit)) : Read(bytes, context.RequestServices.GetService<IValidator<T>>());
    }

    /// <summary>The envelope in <paramref name="json"/>, or what is wrong with it.</summary>
    public static JsonBody<T> Read(ReadOnlyMemory<byte> json, IValidator<T>? validator)
    {
        if (JsonFault.In(json.Span) is { } fault)
            return Bad(ProblemAnswer.Of(ProblemKinds.MalformedJson,
                $"第 {fault.Line} 行第 {fault.Column} 列：不是合法的 JSON。", $"Line {fault.Line}, column {fault.Column}: not well-formed JSON."));
        T envelope;
        try
        {
            envelope = (T?)JsonSerializer.Deserialize(json.Span, typeof(T), WireJson.Default) ?? throw new JsonException("null", "$", null, null);
        }
        // Well-formed by now: what the strict reader refuses is a missing, unknown, doubled or mistyped member.
        catch (JsonException refusal)
        {
            return Bad(InvalidEnvelope([new EnvelopeFault("member", refusal.Path is null or "" ? "$" : refusal.Path,
                "成员缺失、重复、类型不符或未约定。", "A member is missing, doubled, of the wrong type or not agreed.")]));
        }
        ValidationResult? verdict = validator?.Validate(envelope);
        return verdict is { IsValid: false } ? Bad(InvalidEnvelope([.. verdict.Errors.Select(EnvelopeFault.Of)])) : new JsonBody<T>(envelope, null);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static JsonBody<T> Bad(ProblemAnswer problem) => new(null, problem);

    private static ProblemAnswer TooLarge(long limit) =>
        ProblemAnswer.Of(ProblemKinds.BodyTooLarge, $"JSON 请求体不得超过 {limit} 字节。", $"A JSON body may have at most {limit} bytes.");

    private static ProblemAnswer InvalidEnvelope(EnvelopeFault[] faults) =>
        new(ProblemKinds.InvalidEnvelope, errors: language => [.. faults.Select(fault => fault.In(language))]);
}
