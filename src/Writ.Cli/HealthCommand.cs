using System.CommandLine;

namespace Writ.Cli;

/// <summary><c>writ health URL</c>: asks a running service whether it is ready, for container health checks.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        Argument<Uri> address = new("url")
        {
            Description = "服务地址 · address of the service",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? found) && found.Scheme is "http" or "https" ? found : Refuse(result),
        };
        Command command = new("health", "询问服务是否就绪 · asks a running service whether it is ready") { address };
        command.SetAction((parsed, cancel) => Ask(parsed.GetRequiredValue(address), cancel));
        return command;

        static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result)
        {
            result.AddError("url: http://… or https://…");
            return null;
        }
    }

    private static async Task<int> Ask(Uri address, CancellationToken cancel)
    {
        using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(address, "/health/ready"), cancel);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? ExitCode.Passed : ExitCode.Failed;
        }
        // Nobody answers, or not in time: that is the answer.
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine("writ: " + silence.Message);
            return ExitCode.Failed;
        }
    }
}
