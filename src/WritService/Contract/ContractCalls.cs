using Microsoft.OpenApi;
using WritService.Access;

namespace WritService.Contract;

/// <summary>The contract: the OpenAPI document at <c>/openapi/v1.json</c> and its pages at <c>/swagger</c>.</summary>
internal static class ContractCalls
{
    private const string Document = "v1";
    private const string Key = "apiKey", Token = "token", Certificate = "clientCertificate";

    /// <summary>The ways of proving who is calling; each of them is enough.</summary>
    public static readonly string[] SchemeNames = [Key, Token, Certificate];

    private static readonly (string Name, string Text)[] Tags =
    [
        ("Batches", "批量 · Many writs at once"),
        ("Documents", "文书的生成、签章、延长与核验 · Rendering, sealing, extending and verifying documents"),
        ("Health", "运行状态 · For those who run the service"),
        ("Packs", "文书模板包 · The writs there are"),
        ("Problems", "问题清单 · The problem catalogue"),
        ("Tablets", "平板签署 · Signing by tablet"),
    ];

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
            options.DocInclusionPredicate((_, call) => !HttpMethods.IsHead(call.HttpMethod ?? "")); // HEAD goes with every GET
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.CustomOperationIds(call => call.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName);
            options.SortSchemasWith(StringComparer.Ordinal);
            options.AddServer(new OpenApiServer { Url = "/", Description = "本服务 · This service" });
            options.AddSecurityDefinition(Key, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = KeyAuthentication.Header, Description = "API 密钥 · A key of the caller's own" });
            options.AddSecurityDefinition(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "OpenID Connect 颁发的令牌 · A token of the configured issuer" });
            options.AddSecurityDefinition(Certificate, new OpenApiSecurityScheme { Type = SecuritySchemeType.MutualTLS, Description = "客户端证书 · A client certificate" });
            options.IncludeXmlComments(typeof(ContractCalls).Assembly);
            options.OperationFilter<BodiesInContract>();
            options.SchemaFilter<ExamplesInContract>();
            options.SchemaFilter<OptionalInContract>();
            options.DocumentFilter<OrderInContract>(new object[] { Tags });
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
