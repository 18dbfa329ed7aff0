using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WritService.Problems;

namespace WritService.Contract;

/// <summary>What the framework cannot know of bodies: which problems stand behind a status, and that a document is bytes.</summary>
internal sealed class BodiesInContract : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        IList<object> metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (Refusal refusal in metadata.OfType<Refusal>())
            if (operation.Responses?.TryGetValue(refusal.StatusCode.ToString(), out IOpenApiResponse? response) == true)
                response.Description = refusal.Description;
    }
}
