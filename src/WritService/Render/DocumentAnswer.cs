using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Writ.Outside;
using WritService.Bodies;

namespace WritService.Render;

/// <summary>A document, as bytes or as JSON; either way with its digest (RFC 9530) and the facts of its receipt in headers.</summary>
internal sealed class DocumentAnswer(ReadOnlyMemory<byte> document, DocumentForm form, DocumentReceipt receipt) : IResult
{
    public const string Pdf = "application/pdf", Json = "application/json";

    public async Task ExecuteAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Accept-Language";
        response.Headers["Writ-Pages"] = receipt.Pages?.ToString();
        response.Headers["Writ-Document"] = receipt.Document;
        response.Headers["Writ-Receipt"] = await context.RequestServices.GetRequiredService<Chancery>().ReceiptAsync(document, receipt.Document, receipt.Pack is null ? null : $"{receipt.Pack}@{receipt.PackVersion}", receipt.SealedBy, context.RequestAborted);
        if (form == DocumentForm.Json)
        {
            await response.WriteAsJsonAsync(new DocumentWithReceipt(Convert.ToBase64String(document.Span), receipt), AnswerJson.Context.DocumentWithReceipt, Json, context.RequestAborted);
            return;
        }
        response.ContentType = Pdf;
        response.ContentLength = document.Length;
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(document.Span))}:";
        await response.BodyWriter.WriteAsync(document, context.RequestAborted);
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
