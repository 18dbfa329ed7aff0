using Writ.Documents;
using WritService.Access;

namespace WritService;

/// <summary>Why the service does not start: a fault of the installation is told in one message, without a trace.</summary>
internal static class StartUp
{
    public const int Refused = 1;

    public static bool IsRefusal(Exception fault) => fault is PackException or AccessRefusal or IOException or InvalidDataException;
}
