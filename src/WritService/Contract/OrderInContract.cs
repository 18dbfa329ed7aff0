using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace WritService.Contract;

/// <summary>Tags with their words; paths in ordinal order, so that the golden changes only where the contract does.</summary>
internal sealed class OrderInContract((string Name, string Text)[] tags) : IDocumentFilter
{
    public void Apply(OpenApiDocument document, DocumentFilterContext context)
    {
        OpenApiPaths sorted = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            sorted.Add(path, item);
        document.Paths = sorted;
        document.Tags = new HashSet<OpenApiTag>(tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Text }));
    }
}
