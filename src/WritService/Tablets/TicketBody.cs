using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using WritService.Bodies;
using WritService.Problems;

namespace WritService.Tablets;

/// <summary>What a ticket is asked for with: a form with the parts <c>document</c> (PDF) and <c>ticket</c> (JSON), each once.</summary>
internal sealed record TicketBody(byte[]? Document, JsonElement Ticket, ProblemAnswer? Problem) : BoundBody(Problem), IEndpointParameterMetadataProvider
{
    private const string TicketPart = "ticket";

    /// <summary>The document of a body that had no problem.</summary>
    public byte[] Value => Document ?? throw new InvalidOperationException("The body has a problem; BoundBody.Refuse answers it.");

    public static async ValueTask<TicketBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        BodyLimits limits = context.RequestServices.GetRequiredService<BodyLimits>();
        FormParts form = await FormParts.ReadAsync(context, new(DocumentBody.Part, limits.Document), new(TicketPart, limits.Json));
        if (form.Problem is { } unfit)
            return Bad(unfit);
        if (form.First(DocumentBody.Part) is not { } document)
            return Bad(FormParts.Missing(DocumentBody.Part));
        if (form.First(TicketPart) is not { } json)
            return Bad(FormParts.Missing(TicketPart));
        return FormParts.ReadJson(json, out ProblemAnswer? problem) is { } ticket ? new TicketBody(document, ticket, null) : Bad(problem!);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([FormParts.MediaType], typeof(byte[])));
        builder.Metadata.Add(new FormDescription(new FormText(
            TicketPart, "谁、签哪些栏、至少阅读多少秒 · Who signs which slots after how many seconds of reading", """{"slots":["recipient"],"person":{"name":"王海涛"},"readingSeconds":20}""")));
    }

    private static TicketBody Bad(ProblemAnswer problem) => new(null, default, problem);
}
