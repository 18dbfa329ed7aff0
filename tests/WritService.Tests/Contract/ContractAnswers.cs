using System.Net;
using System.Text.Json;

namespace WritService.Tests.Contract;

/// <summary>Holds an answer against what the contract says of its call.</summary>
internal static class ContractAnswers
{
    /// <summary>What is wrong with the answer; null when it is as agreed.</summary>
    public static async Task<string?> Fault(JsonElement call, HttpResponseMessage answer)
    {
        int status = (int)answer.StatusCode;
        if (status >= 500 && (answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.Headers.RetryAfter is null && call.GetProperty("operationId").GetString() != "getReadiness"))
            return $"{status}: {await answer.Content.ReadAsStringAsync()}";
        if (!call.GetProperty("responses").TryGetProperty(status.ToString(), out JsonElement documented))
            return $"{status} is not documented: {await answer.Content.ReadAsStringAsync()}";
        string? type = answer.Content.Headers.ContentType?.MediaType;
        if (!documented.TryGetProperty("content", out JsonElement content))
            return type is null ? null : $"{status} has the undocumented type {type}";
        if (type is null || !content.TryGetProperty(type, out _))
            return $"{status} has the undocumented type {type ?? "(none)"}";
        if (type != "application/problem+json")
            return null;
        JsonElement problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        string code = problem.GetProperty("code").GetString()!;
        return problem.GetProperty("status").GetInt32() != status ? $"the problem {code} says another status than {status}"
            : !documented.GetProperty("description").GetString()!.Contains($"`{code}`", StringComparison.Ordinal) ? $"the problem {code} is not documented with {status}"
            : null;
    }
}
