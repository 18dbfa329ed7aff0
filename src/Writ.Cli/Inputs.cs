using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>Arguments and options that several commands take, and what they mean.</summary>
internal static class Inputs
{
    public static Argument<string> Pack() => new("pack") { Description = "文书编号或中文名 · id or Chinese name of the pack" };

    public static Argument<string> Document() => new("file") { Description = "PDF 文件，- 为标准输入 · PDF file, - for standard input" };

    public static Option<string> Out() => new("--out") { Description = "输出文件，- 为标准输出 · output file, - for standard output", Required = true };

    public static Option<string> Profile() => new("--profile") { Description = "规则档案 · profile of the bureau", DefaultValueFactory = _ => "default" };

    /// <summary>A pack of the library, or a refusal on standard error.</summary>
    public static Pack? Find(PackLibrary library, string name)
    {
        Pack? found = library.Find(name);
        if (found is null)
            Console.Error.WriteLine($"writ: 没有这种文书 · there is no such pack: {name}");
        return found;
    }

    public static Profile? FindProfile(PackLibrary library, string id)
    {
        Profile? found = library.Profiles.GetValueOrDefault(id);
        if (found is null)
            Console.Error.WriteLine($"writ: 没有这个规则档案 · there is no such profile: {id} ({string.Join(", ", library.Profiles.Keys.Order(StringComparer.Ordinal))})");
        return found;
    }

    /// <exception cref="FormatException">Not a moment with an offset.</exception>
    public static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment) && text.Contains('T', StringComparison.Ordinal)
            ? moment
            : throw new InvalidDataException($"not a moment such as 2026-11-22T10:00:00+08:00: {text}");

    public static byte[] Read(string path)
    {
        if (path != "-")
            return File.ReadAllBytes(path);
        using MemoryStream all = new();
        using Stream input = Console.OpenStandardInput();
        input.CopyTo(all);
        return all.ToArray();
    }

    public static JsonElement ReadJson(string path)
    {
        using JsonDocument json = JsonDocument.Parse(Read(path), new JsonDocumentOptions { AllowDuplicateProperties = false });
        return json.RootElement.Clone();
    }

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (path == "-")
        {
            using Stream output = Console.OpenStandardOutput();
            output.Write(bytes);
            return;
        }
        // Whole or not at all: a broken-off write leaves no half document under the name.
        string partial = path + ".partial";
        using (FileStream file = File.Create(partial))
            file.Write(bytes);
        File.Move(partial, path, overwrite: true);
    }

    public static Chancery Chancery() => Writ.Outside.Chancery.Open(HouseFolders.FromEnvironment(), TimeProvider.System);
}
