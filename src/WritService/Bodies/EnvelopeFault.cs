using FluentValidation.Results;
using WritService.Problems;

namespace WritService.Bodies;

/// <summary>One thing wrong with an envelope, in both languages.</summary>
internal sealed record EnvelopeFault(string Code, string Path, string Zh, string En)
{
    /// <summary>Validators carry the Chinese text as the message and the English one as the state.</summary>
    public static EnvelopeFault Of(ValidationFailure failure) =>
        new(failure.ErrorCode, "$." + char.ToLowerInvariant(failure.PropertyName[0]) + failure.PropertyName[1..], failure.ErrorMessage, failure.CustomState as string ?? failure.ErrorMessage);

    public DataError In(Language language) => new(Code, Path, language == Language.English ? En : Zh, null, "error");
}
