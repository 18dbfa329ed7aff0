using System.Text.Json;
using Writ.Documents;

namespace Writ.Cli;

/// <summary>The approved text (样稿) of every example, where the templates stand in the repository that keeps them.</summary>
internal sealed class GoldenManuscripts(string folder)
{
    /// <summary>Null where there is no such folder: in an installation.</summary>
    public static GoldenManuscripts? Beside(string templates) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(templates).TrimEnd('/'))!, "tests", "golden", "packs") is var folder && Directory.Exists(folder) ? new GoldenManuscripts(folder) : null;

    /// <summary>What differs from the approved text of one example; null when nothing does, or when there is none yet.</summary>
    public PackProblem? Compare(Pack pack, PackExample example, Profile profile)
    {
        string file = File(pack, example);
        if (!System.IO.File.Exists(file) || Text(pack, example, profile) is not { } text)
            return null;
        string[] approved = System.IO.File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n'), now = text.Split('\n');
        int line = approved.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return line == approved.Length && line == now.Length ? null : new PackProblem($"tests/golden/packs/{Path.GetFileName(file)}", line + 1, 1, "pack-golden-differs", new Bilingual(
            $"与样稿不同，样稿：“{approved.ElementAtOrDefault(line)}”，现在：“{now.ElementAtOrDefault(line)}”", $"differs from the approved text, which says \"{approved.ElementAtOrDefault(line)}\"; it is now \"{now.ElementAtOrDefault(line)}\""));
    }

    public bool Has(Pack pack, PackExample example) => System.IO.File.Exists(File(pack, example));

    /// <summary>Approves the text of one example as it is.</summary>
    public void Approve(Pack pack, PackExample example, Profile profile)
    {
        if (Text(pack, example, profile) is { } text)
            System.IO.File.WriteAllText(File(pack, example), text);
    }

    private string File(Pack pack, PackExample example) => Path.Combine(folder, $"{pack.Id}.{example.Name}.xml");

    // Data the pack refuses, and scripts that fail, are told by the examination.
    private static string? Text(Pack pack, PackExample example, Profile profile)
    {
        if (pack.Check(JsonElement.Parse(example.Json.Span), profile, PackExample.Moment).Checked is not { } data)
            return null;
        try
        {
            return pack.Write(data, PackExample.Moment).Text.ReplaceLineEndings("\n");
        }
        catch (Scripting.ScriptException)
        {
            return null;
        }
    }
}
