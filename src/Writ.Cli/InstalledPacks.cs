using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>The templates of this machine and a renderer for them; both null on a court's machine, which has none.</summary>
internal sealed record InstalledPacks(PackLibrary? Packs, Renderer? Renderer)
{
    public static InstalledPacks Open()
    {
        HouseFolders folders = HouseFolders.FromEnvironment();
        if (!Directory.Exists(folders.Templates) || !File.Exists(folders.Fonts))
            return new InstalledPacks(null, null);
        try
        {
            PackLibrary packs = Library.Load();
            return new InstalledPacks(packs, new Renderer(packs, FontFiles.Open(folders.Fonts)));
        }
        catch (Exception fault) when (fault is PackException or IOException or InvalidDataException)
        {
            // An installation that cannot render can still verify; it says so, and the report says that nothing was compared.
            Console.Error.WriteLine($"writ: 模板或字体不可用，不作重新生成 · templates or fonts cannot be used, nothing is rendered again: {fault.Message}");
            return new InstalledPacks(null, null);
        }
    }
}
