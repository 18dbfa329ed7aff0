using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Writ.Outside;
using Writ.Sealing;
using WritService.Bodies;
using WritService.Seal;

namespace WritService.Render;

/// <summary>A document, as bytes or as JSON; either way with the digest of what is sent (RFC 9530) and its signed receipt in headers.</summary>
internal sealed class DocumentAnswer(ReadOnlyMemory<byte> document, DocumentForm form, DocumentReceipt receipt) : IResult
{
    public const string Pdf = "application/pdf", Json = "application/json";

    /// <summary>RFC 9530, 3: the digest of the representation that is sent, whichever it is.</summary>
    public const string ReprDigest = "Repr-Digest";

    public async Task ExecuteAsync(HttpContext context)
    {
        SealOutcome<DocumentReceipt> signed = await receipt.SignedAsync(context.RequestServices.GetRequiredService<Chancery>(), context.RequestAborted);
        if (!signed.Succeeded)
        {
            await SealAnswers.Refused(signed.Problems).ExecuteAsync(context);
            return;
        }
        DocumentReceipt leaving = signed.Value;
        HttpResponse response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Language";
        response.Headers["Writ-Pages"] = leaving.Pages?.ToString();
        response.Headers["Writ-Document"] = leaving.Document;
        response.Headers["Writ-Receipt"] = leaving.Signed;
        if (form == DocumentForm.Json)
        {
            // Written whole before it is sent: the digest is of these bytes and stands before them.
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(new DocumentWithReceipt(Convert.ToBase64String(document.Span), leaving), AnswerJson.Context.DocumentWithReceipt);
            await Send(response, $"{Json}; charset=utf-8", json, Receipt.ReprDigest(SHA256.HashData(json)), context.RequestAborted);
            return;
        }
        await Send(response, Pdf, document, leaving.ReprDigest, context.RequestAborted);
    }

    private static async Task Send(HttpResponse response, string mediaType, ReadOnlyMemory<byte> body, string digest, CancellationToken cancel)
    {
        response.ContentType = mediaType;
        response.ContentLength = body.Length;
        response.Headers[ReprDigest] = digest;
        await response.BodyWriter.WriteAsync(body, cancel);
    }

    /// <summary>What the caller accepts best (RFC 9110, 12.5.1); PDF when it does not say; null when it accepts neither.</summary>
    public static DocumentForm? Form(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
            return DocumentForm.Pdf;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out IList<MediaTypeHeaderValue>? asked))
            return null;
        double pdf = Weight(asked, Pdf), json = Weight(asked, Json);
        return pdf <= 0 && json <= 0 ? null : json > pdf ? DocumentForm.Json : DocumentForm.Pdf;
    }

    // The most specific range decides: an exact type before type/*, that before */*.
    private static double Weight(IList<MediaTypeHeaderValue> asked, string type)
    {
        MediaTypeHeaderValue offered = new(type);
        return asked.Where(offered.IsSubsetOf).OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0).Select(range => range.Quality ?? 1).FirstOrDefault(0);
    }
}

internal static class DocumentAnswers
{
    public static RouteHandlerBuilder AnswersDocument(this RouteHandlerBuilder call) =>
        call.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DocumentWithReceipt), [DocumentAnswer.Pdf, DocumentAnswer.Json]));
}
