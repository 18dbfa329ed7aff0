using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;
using WritService.Client;
using WritService.Client.Models;

// The whole road with the generated client: a pack, its example data, a document, a seal, a verdict, and a problem by its code.
string url = args is [var first] ? first : "http://127.0.0.1:8080";
IAuthenticationProvider proof = Environment.GetEnvironmentVariable("WRIT_API_KEY") is { Length: > 0 } key
    ? new ApiKeyAuthenticationProvider(key, "X-Api-Key", ApiKeyAuthenticationProvider.KeyLocation.Header)
    : new AnonymousAuthenticationProvider();
using HttpClientRequestAdapter adapter = new(proof) { BaseUrl = url };
WritClient writs = new(adapter);
void English(RequestHeaders headers) => headers.Add("Accept-Language", "en");

PackList packs = await writs.V1.Packs.GetAsync() ?? throw new InvalidOperationException("no packs");
Console.WriteLine($"packs {packs.Stages!.Sum(stage => stage.Packs!.Count)}");

UntypedNode data = await writs.V1.Packs["songda-huizheng"].Examples["ordinary"].GetAsync() ?? throw new InvalidOperationException("no example");
DocumentWithReceipt writ = await writs.V1.Packs["songda-huizheng"].Documents.PostAsync(new CaseEnvelope { Data = data, Profile = "default" }) ?? throw new InvalidOperationException("no document");
byte[] document = writ.Document!;
Console.WriteLine($"rendered {writ.Receipt!.Pack} {document.Length}");

DocumentWithReceipt sealedWrit = await writs.V1.Documents.Seal.PostAsync(new MemoryStream(document), "application/pdf", request => request.QueryParameters.Key = "bureau") ?? throw new InvalidOperationException("no seal");
VerificationReport report = await writs.V1.Documents.Verify.PostAsync(new MemoryStream(sealedWrit.Document!), "application/pdf") ?? throw new InvalidOperationException("no report");
Console.WriteLine($"sealed by {sealedWrit.Receipt!.SealedBy}, {report.Verdict}");

try
{
    await writs.V1.Packs["songda-huizheng"].Documents.PostAsync(new CaseEnvelope { Data = new UntypedObject(new Dictionary<string, UntypedNode>()), Profile = "default" }, request => English(request.Headers));
    return 1;
}
catch (ProblemBody problem)
{
    Console.WriteLine($"problem {problem.Status} {problem.Code}, {problem.Errors!.Count > 0}");
}
return 0;
