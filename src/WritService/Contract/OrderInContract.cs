using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace WritService.Contract;

/// <summary>Paths in ordinal order, so that the golden changes only where the contract does.</summary>
internal sealed class OrderInContract : IDocumentFilter
{
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        OpenApiPaths sorted = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted.Add(path, item);
        document.Paths = sorted;
    }
}
