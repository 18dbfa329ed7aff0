using System.CommandLine;
using Writ.Outside;

namespace Writ.Cli;

/// <summary><c>writ certs init</c>: the development certificates, made once.</summary>
internal static class CertsCommand
{
    public static Command Create()
    {
        Command init = new("init", "缺少时生成开发证书 · makes the development certificates when they are not there");
        init.SetAction(_ => Init(HouseFolders.FromEnvironment().Certificates));
        return new Command("certs", "开发证书（不得用于生产）· development certificates, never for production") { init };
    }

    private static int Init(string folder)
    {
        bool there = DevelopmentCertificates.Exist(folder);
        DevelopmentCertificates certificates = DevelopmentCertificates.OpenOrCreate(folder, TimeProvider.System);
        Console.WriteLine($"certs: {(there ? "there" : "made")} in {folder}: {string.Join(", ", certificates.Names)}");
        return ExitCode.Passed;
    }
}
