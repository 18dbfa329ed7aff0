using Writ.Outside;
using WritService.Bodies;

namespace WritService.Development;

/// <summary>
/// The development authorities as others meet them: certificates, lists and OCSP at the addresses that stand in the development
/// certificates, and the timestamp authority at <c>/dev-ca/tsa</c>. Mapped only where those certificates are in use; in no contract.
/// </summary>
internal static class DevelopmentCalls
{
    private const string OcspReply = "application/ocsp-response", TimestampReply = "application/timestamp-reply";
    private const int LargestQuestion = 16 << 10;

    public static void MapDevelopment(this IEndpointRouteBuilder app, Chancery house)
    {
        if (house.Seals is not { Development: { } authority, Authority: DevelopmentTimestampAuthority clockwork })
            return;
        RouteGroupBuilder calls = app.MapGroup("/dev-ca").AllowAnonymous().ExcludeFromDescription();
        calls.MapGet("{name}.crl", (string name) => authority.Crl(name) is { } list ? Results.Bytes(list, DevelopmentAuthority.CrlMediaType) : Results.NotFound());
        calls.MapGet("{name}.cer", (string name) => authority.Certificate(name) is { } certificate ? Results.Bytes(certificate, DevelopmentAuthority.CertificateMediaType) : Results.NotFound());
        calls.MapPost("ocsp", (HttpContext context, CancellationToken _) => Answer(context, authority.AnswerOcsp, OcspReply));
        calls.MapPost("tsa", (HttpContext context, CancellationToken _) => Answer(context, clockwork.Answer, TimestampReply));
    }

    private static async Task<IResult> Answer(HttpContext context, Func<ReadOnlyMemory<byte>, byte[]> answer, string mediaType) =>
        await RequestBytes.ReadAsync(context.Request, LargestQuestion, context.RequestAborted) is { } question
            ? Results.Bytes(answer(question), mediaType)
            : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
}
