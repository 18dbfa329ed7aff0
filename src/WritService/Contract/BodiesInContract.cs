using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WritService.Access;
using WritService.Bodies;
using WritService.Problems;
using WritService.Render;

namespace WritService.Contract;

/// <summary>What the framework cannot know of a call: the problems behind each status, the scope it needs, that a document is bytes, and the headers of an answer.</summary>
internal sealed class BodiesInContract : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        IList<object> metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        NameProblems(operation, metadata);
        if (operation.RequestBody is OpenApiRequestBody { Content: { } asked } && context.ApiDescription.ParameterDescriptions.Any(parameter => parameter.Type == typeof(byte[])))
            TakeDocument(operation, asked, metadata.OfType<FormDescription>().FirstOrDefault());
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { Content: { } given } answer && given.ContainsKey(DocumentAnswer.Pdf))
        {
            given[DocumentAnswer.Pdf] = new OpenApiMediaType { Schema = Bytes() };
            answer.Description = "文书 · The document";
            answer.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Repr-Digest"] = Header("正文摘要（RFC 9530）· Digest of the body (RFC 9530)"),
                ["Writ-Document"] = Header("文书标识 · Id of the document"),
                ["Writ-Receipt"] = Header("回执（JWS）：文书标识、模板、摘要、长度、修订数、签章时间 · Receipt (compact JWS): document, pack, digest, length, revision, seal times"),
                ["Writ-Pages"] = Header("页数 · Number of pages"),
            };
        }
        if (metadata.OfType<ScopeNeeded>().LastOrDefault() is { } needed && !metadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [.. ContractCalls.SchemeNames.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [needed.Scope] })];
        else
            operation.Security = [];
    }

    private static void NameProblems(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (IGrouping<int, ProblemKind> status in metadata.OfType<Refusal>().SelectMany(refusal => refusal.Kinds).Distinct().GroupBy(kind => kind.Status))
            if (operation.Responses?.GetValueOrDefault(status.Key.ToString()) is OpenApiResponse response)
            {
                response.Description = string.Join(" · ", status.OrderBy(kind => kind.Code, StringComparer.Ordinal).Select(kind => $"`{kind.Code}` {kind.Zh} {kind.En}"));
                if (status.Key is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
                    response.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Header("几秒后可重试 · Seconds after which to try again") };
            }
        OpenApiResponses sorted = [];
        foreach ((string status, IOpenApiResponse response) in operation.Responses?.OrderBy(pair => pair.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, IOpenApiResponse>>())
            sorted.Add(status, response);
        operation.Responses = sorted;
    }

    private static void TakeDocument(OpenApiOperation operation, IDictionary<string, IOpenApiMediaType> content, FormDescription? form)
    {
        if (form is null)
            content[DocumentBody.Pdf] = new OpenApiMediaType { Schema = Bytes() };
        Dictionary<string, IOpenApiSchema> parts = new() { [DocumentBody.Part] = Bytes() };
        foreach (FormText text in form?.Texts ?? [])
            parts.Add(text.Name, text.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(text) } : Text(text));
        content[FormParts.MediaType] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = parts, Required = new HashSet<string> { DocumentBody.Part } },
        };
        operation.RequestBody = new OpenApiRequestBody { Description = form is null ? "PDF 文件 · The PDF" : "PDF 文件及随附内容 · The PDF and what comes with it", Content = content, Required = true };
    }

    private static OpenApiSchema Text(FormText text) => new() { Type = JsonSchemaType.String, Description = text.Words, Examples = text.Example is { } example ? [example] : null };

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary", Description = "PDF" };

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
