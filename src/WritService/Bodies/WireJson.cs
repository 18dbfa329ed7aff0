using System.Text.Json;
using System.Text.Json.Serialization;
using Writ.Outside;
using WritService.Batches;
using WritService.Health;
using WritService.Packs;
using WritService.Problems;
using WritService.Render;
using WritService.Tablets;
using WritService.Verify;

namespace WritService.Bodies;

/// <summary>JSON as it crosses the door: strict when read (no unknown, duplicate or missing members), camelCase and readable Chinese when written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = MaxDepth,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(ProblemDescription[]))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(PackList))]
[JsonSerializable(typeof(PackDetail))]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(CaseEnvelope))]
[JsonSerializable(typeof(DocumentWithReceipt))]
[JsonSerializable(typeof(VerificationReport))]
[JsonSerializable(typeof(BatchLine))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(BatchProgress))]
[JsonSerializable(typeof(InspectionReport))]
[JsonSerializable(typeof(TicketAnswer))]
[JsonSerializable(typeof(CaptureAnswer))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>No agreed envelope and no case data nests deeper.</summary>
    public const int MaxDepth = 64;
}
