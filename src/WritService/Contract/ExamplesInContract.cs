using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using WritService.Batches;
using WritService.Packs;
using WritService.Problems;
using WritService.Tablets;

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
        if (context.Type == typeof(BatchLine))
            told.Examples = [JsonNode.Parse("""{"id":"2026-0001","pack":"songda-huizheng","data":{"recipient":{"name":"云岭市鑫源食品有限公司"}},"seal":"bureau"}""")!];
        if (context.Type == typeof(CaptureEnvelope))
            told.Examples = [JsonNode.Parse("""{"ticket":"eyJhbGciOiJFUzI1NiJ9.e30.AAAA","act":"signature","at":"2026-01-01T09:30:00+08:00","shown":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","reading":{"seconds":25,"pages":[1,2]},"device":{"name":"办案平板-03","screen":"1280x800"},"ink":{"format":"svg-path","data":"M10 10L40 14L70 44L12 50L66 12"},"everyPage":true}""")!];
        if (context.Type == typeof(ProblemBody))
            told.Examples = [JsonNode.Parse("""{"type":"/problems/data-rejected","title":"案情数据未通过检查","status":422,"detail":"按 errors 逐项改正；每项给出数据路径、说明和法律依据。","instance":"/v1/packs/xunwen-bilu/documents","code":"data-rejected","traceId":"4bf92f3577b34da6a3ce929d0e0e4736","errors":[{"code":"data-field-missing","path":"$.officers[1].certificateNumber","text":"缺少执法证号","severity":"error"}]}""")!];
    }
}
