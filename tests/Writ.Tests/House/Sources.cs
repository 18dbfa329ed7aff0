using System.Text;
using System.Text.RegularExpressions;

namespace Writ.Tests.House;

/// <summary>The C# files below <c>src/</c>, as text, for the rules that read them.</summary>
internal static partial class Sources
{
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Golden.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(Golden.Root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(file => !file.Path.Contains("/obj/") && !file.Path.Contains("/bin/"))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>The text with comments and literals blanked, so that a word in prose is not taken for code.</summary>
    public static string Code(string text) => Prose().Replace(text, static match => new StringBuilder().Append('\n', match.Value.Count(c => c == '\n')).ToString());

    [GeneratedRegex(""" "{3,}[\s\S]*?"{3,} | //[^\n]* | /\*[\s\S]*?\*/ | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\n])*" | '(?:\\.[^']*|[^'\\\n])' """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Prose();
}

internal sealed record SourceFile(string Path, string Text)
{
    public string Room => Path.Split('/')[1];
    public string Code { get; } = Sources.Code(Text);
    public int Lines => Text.Count(c => c == '\n');
}
