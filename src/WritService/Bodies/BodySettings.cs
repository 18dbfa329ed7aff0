using System.Text.Json;
using FluentValidation;
using WritService.Packs;
using System.Text.Json.Serialization;

namespace WritService.Bodies;

/// <summary>How bodies are read and written: limits from <c>Writ:Limits</c>, JSON by <see cref="WireJson"/>.</summary>
internal static class BodySettings
{
    public static void AddBodies(this WebApplicationBuilder builder)
    {
        BodyLimits limits = builder.Configuration.GetSection("Writ:Limits").Get<BodyLimits>() ?? new BodyLimits();
        builder.Services.AddSingleton(limits);
        builder.Services.AddSingleton<IValidator<CaseEnvelope>, CaseEnvelopeValidator>();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = limits.Largest;
        });
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Default);
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Encoder = AnswerJson.Encoder;
        });
    }
}
