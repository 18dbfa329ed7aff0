using Microsoft.Net.Http.Headers;
using Writ.Outside;
using Writ.Sealing;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Development;

/// <summary>
/// The development authorities as others meet them: certificates, lists and OCSP at the addresses that stand in the development
/// certificates, and the timestamp authority at <c>/tsa</c>. Mapped only where those certificates are in use; in no contract.
/// </summary>
internal static class DevelopmentCalls
{
    private const int LargestQuestion = 16 << 10;

    public static void MapDevelopment(this IEndpointRouteBuilder app, Chancery house)
    {
        if (house.Seals is not { Development: { } authority, Authority: DevelopmentTimestampAuthority clockwork })
            return;
        // RFC 3161, 3.4: for others too, such as a second installation under test, at the address people expect.
        app.MapPost("/tsa", (HttpContext context, CancellationToken _) => Stamp(context, clockwork)).AllowAnonymous().ExcludeFromDescription();
        RouteGroupBuilder calls = app.MapGroup("/dev-ca").AllowAnonymous().ExcludeFromDescription();
        calls.MapGet("{name}.crl", (string name) => authority.Crl(name) is { } list ? Results.Bytes(list, DevelopmentAuthority.CrlMediaType) : Results.NotFound());
        calls.MapGet("{name}.cer", (string name) => authority.Certificate(name) is { } certificate ? Results.Bytes(certificate, DevelopmentAuthority.CertificateMediaType) : Results.NotFound());
        calls.MapPost("ocsp", (HttpContext context, CancellationToken _) => Answer(context, authority.AnswerOcsp, OcspQuery.MediaType, OcspAnswer.MediaType));
    }

    private static Task<IResult> Stamp(HttpContext context, DevelopmentTimestampAuthority clockwork) =>
        Answer(context, clockwork.Answer, TimestampQuery.MediaType, TimestampResponse.MediaType);

    private static async Task<IResult> Answer(HttpContext context, Func<ReadOnlyMemory<byte>, byte[]> answer, string asked, string answered)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? sent) || !sent.MediaType.Equals(asked, StringComparison.OrdinalIgnoreCase))
            return new ProblemAnswer(ProblemKinds.UnsupportedMediaType);
        return await RequestBytes.ReadAsync(context.Request, LargestQuestion, context.RequestAborted) is { } question
            ? Results.Bytes(answer(question), answered)
            : new ProblemAnswer(ProblemKinds.BodyTooLarge);
    }
}
