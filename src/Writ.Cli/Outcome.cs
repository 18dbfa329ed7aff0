using Writ.Documents;
using Writ.Pdf;

namespace Writ.Cli;

/// <summary>Runs a command; what the outside world refuses becomes one line on standard error and <see cref="ExitCode.Unusable"/>.</summary>
internal static class Outcome
{
    public static async Task<int> Of(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception refusal) when (refusal is PackException or PdfFormatException or IOException or UnauthorizedAccessException or InvalidDataException or System.Text.Json.JsonException or System.Security.Cryptography.CryptographicException)
        {
            Console.Error.WriteLine("writ: " + refusal.Message);
            return ExitCode.Unusable;
        }
    }
}
