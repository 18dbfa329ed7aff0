using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Writ.Outside;
using Writ.Sealing;
using WritService.Bodies;
using WritService.Seal;

namespace WritService.Render;

/// <summary>A document, as bytes or as JSON; either way with the digest of what is sent (RFC 9530) and its signed receipt in headers.</summary>
internal sealed class DocumentAnswer(ReadOnlyMemory<byte> document, DocumentForm form, DocumentReceipt receipt) : IResult
{
    public const string Pdf = "application/pdf", Json = "application/json";

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
        // Written whole before it is sent: the digest is of these bytes and stands before them.
        ReadOnlyMemory<byte> body = form == DocumentForm.Json ? JsonSerializer.SerializeToUtf8Bytes(new DocumentWithReceipt(document.ToArray(), leaving), AnswerJson.Context.DocumentWithReceipt) : document;
        response.ContentType = form == DocumentForm.Json ? $"{Json}; charset=utf-8" : Pdf;
        response.ContentLength = body.Length;
        Digests.Put(context, body.Span);
        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What the caller accepts best (RFC 9110, 12.5.1); PDF when it does not say; null when it accepts neither.</summary>
    public static DocumentForm? Form(HttpRequest request) => Accepting.Best(request, Pdf, Json) switch { Pdf => DocumentForm.Pdf, Json => DocumentForm.Json, _ => null };
}

internal static class DocumentAnswers
{
    public static RouteHandlerBuilder AnswersDocument(this RouteHandlerBuilder call) =>
        call.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DocumentWithReceipt), [DocumentAnswer.Pdf, DocumentAnswer.Json]));
}
