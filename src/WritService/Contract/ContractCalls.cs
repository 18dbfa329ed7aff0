using Microsoft.OpenApi;

namespace WritService.Contract;

/// <summary>The contract: the OpenAPI document at <c>/openapi/v1.json</c> and its pages at <c>/swagger</c>.</summary>
internal static class ContractCalls
{
    private const string Document = "v1";

    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "WritService",
                Version = Document,
                Description = "市场监督管理行政执法文书的生成、签章与核验。Renders, seals and verifies the administrative-enforcement writs of a market-supervision bureau.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            });
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomOperationIds(call => call.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName);
            options.SortSchemasWith(StringComparer.Ordinal);
            options.OperationFilter<BodiesInContract>();
            options.DocumentFilter<OrderInContract>();
        });
    }

    public static void MapContract(this WebApplication app)
    {
        app.UseSwagger(options =>
        {
            options.RouteTemplate = "openapi/{documentName}.json";
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "WritService";
            options.SwaggerEndpoint("../openapi/v1.json", "WritService v1");
        });
    }
}
