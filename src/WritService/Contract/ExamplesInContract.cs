using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WritService.Packs;
using WritService.Problems;

namespace WritService.Contract;

/// <summary>Examples where a schema alone says too little.</summary>
internal sealed class ExamplesInContract : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema told)
            return;
        if (context.Type == typeof(CaseEnvelope))
            told.Examples = [JsonNode.Parse("""{"data":{"recipient":{"name":"云岭市鑫源食品有限公司"}},"profile":"default"}""")!];
        if (context.Type == typeof(ProblemBody))
            told.Examples = [JsonNode.Parse("""{"type":"/problems/data-rejected","title":"案情数据未通过检查","status":422,"detail":"按 errors 逐项改正；每项给出数据路径、说明和法律依据。","instance":"/v1/packs/xunwen-bilu/documents","code":"data-rejected","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","errors":[{"code":"data-field-missing","path":"$.officers[1].certificateNumber","text":"缺少执法证号","severity":"error"}]}""")!];
    }
}
