using System.Text.Encodings.Web;
using System.Text.Json;

namespace WritService.Bodies;

/// <summary>JSON as it is written: Chinese stays Chinese. Every answer is JSON by its media type and <c>nosniff</c>, never part of a page.</summary>
internal static class AnswerJson
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly WireJson Context = new(new JsonSerializerOptions(WireJson.Default.Options) { Encoder = Encoder });
}
