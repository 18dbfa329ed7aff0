namespace Writ.Outside;

/// <summary>The template folder as the core takes it: path relative to the folder, with forward slashes, and bytes.</summary>
internal static class TemplateFiles
{
    private const long Largest = 16 << 20;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is larger than any template can be.</exception>
    public static Dictionary<string, ReadOnlyMemory<byte>> Read(string folder)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        EnumerationOptions all = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden };
        foreach (string path in Directory.EnumerateFiles(folder, "*", all).Order(StringComparer.Ordinal))
        {
            if (new FileInfo(path).Length > Largest)
                throw new InvalidDataException($"{path} has more than {Largest} bytes.");
            files.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path));
        }
        return files;
    }
}
