using System.Text.Json;
using FluentValidation;

namespace WritService.Packs;

/// <summary>Case data and the profile it is held against.</summary>
/// <param name="Data">The case data, by the schema of the pack.</param>
/// <param name="Profile">Id of the bureau's profile.</param>
internal sealed record CaseEnvelope(JsonElement Data, string Profile = PackCalls.DefaultProfile);

internal sealed class CaseEnvelopeValidator : AbstractValidator<CaseEnvelope>
{
    public CaseEnvelopeValidator()
    {
        RuleFor(envelope => envelope.Data).Must(data => data.ValueKind == JsonValueKind.Object).WithErrorCode("object")
            .WithMessage("案情数据必须是 JSON 对象。").WithState(_ => "The case data must be a JSON object.");
        RuleFor(envelope => envelope.Profile).NotEmpty().WithErrorCode("required")
            .WithMessage("规则档案不能为空。").WithState(_ => "The profile must not be empty.");
        RuleFor(envelope => envelope.Profile).MaximumLength(64).WithErrorCode("maxLength")
            .WithMessage("规则档案编号不得超过 64 个字符。").WithState(_ => "The id of a profile has at most 64 characters.");
    }
}
