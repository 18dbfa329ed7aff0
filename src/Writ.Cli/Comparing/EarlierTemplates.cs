using System.Diagnostics;
using System.Formats.Tar;

namespace Writ.Cli;

/// <summary>The templates of an earlier state: a folder, or a state of the git repository the templates stand in.</summary>
internal static class EarlierTemplates
{
    /// <param name="templates">The template folder of today.</param>
    /// <exception cref="InvalidDataException">There is no such folder and no such state.</exception>
    public static Dictionary<string, ReadOnlyMemory<byte>> Read(string templates, string against) =>
        Directory.Exists(against) ? Outside.TemplateFiles.Read(Directory.Exists(Path.Combine(against, "templates")) ? Path.Combine(against, "templates") : against) : OfGit(templates, against);

    private static Dictionary<string, ReadOnlyMemory<byte>> OfGit(string templates, string state)
    {
        if (state.StartsWith('-'))
            throw new InvalidDataException($"不是git版本 · not a state of git: {state}");
        string folder = Path.GetFullPath(templates);
        using Process git = Git(["-C", folder, "archive", "--format=tar", state, "."]);
        Task<string> errors = git.StandardError.ReadToEndAsync();
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        using MemoryStream archive = new();
        git.StandardOutput.BaseStream.CopyTo(archive);
        git.WaitForExit();
        if (git.ExitCode != 0)
            throw new InvalidDataException($"没有这个文件夹，也没有这个git版本 · neither a folder nor a state of git: {state} ({errors.Result.Trim()})");
        archive.Position = 0;
        using TarReader reader = new(archive);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || entry.DataStream is null)
                continue;
            using MemoryStream content = new();
            entry.DataStream.CopyTo(content);
            files.Add(entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name, content.ToArray());
        }
        return files;
    }

    private static Process Git(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new InvalidDataException("需要git · git is needed: " + absent.Message, absent);
        }
    }
}
