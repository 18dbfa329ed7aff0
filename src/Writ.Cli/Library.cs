using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>The template folder of this installation.</summary>
internal static class Library
{
    public static PackLibrary Load() => PackLibrary.Load(TemplateFiles.Read(HouseFolders.FromEnvironment().Templates));
}
