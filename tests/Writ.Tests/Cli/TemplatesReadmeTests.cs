using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writ.Documents;
using Writ.Documents.Packs;
using Writ.Scripting;
using Writ.Tests.Documents.Packs;
using Writ.Typesetting;
using Path = System.IO.Path;

namespace Writ.Tests.Cli;

/// <summary>Everything templates/README.md shows is tried here: its commands are run, its JSON read, its script rendered, its lists compared with what there is.</summary>
public sealed partial class TemplatesReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Golden.Root, "templates", "README.md"));

    [Fact]
    public async Task Its_commands_run_in_their_order()
    {
        string root = Directory.CreateTempSubdirectory("writ-manual-").FullName;
        foreach ((string path, ReadOnlyMemory<byte> content) in Templates.Files())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, "templates", path))!);
            await File.WriteAllBytesAsync(Path.Combine(root, "templates", path), content.ToArray());
        }
        string commands = Block("sh").Replace("./writ ", $"dotnet {Path.Combine(AppContext.BaseDirectory, "writ.dll")} ", StringComparison.Ordinal);
        ProcessStartInfo bash = new("bash", ["-euo", "pipefail", "-c", commands]) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
        bash.Environment["WRIT_ROOT"] = root;
        bash.Environment["WRIT_FONTS_FILE"] = Path.Combine(Golden.Root, "src", "WritService", "fonts.json");
        bash.Environment["WRIT_CERTIFICATES"] = Path.Combine(Golden.Root, "certs-dev");
        using Process run = Process.Start(bash)!;
        Task<string> output = run.StandardOutput.ReadToEndAsync(), errors = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, $"{await output}\n{await errors}");
        foreach (string made in new[] { "shiyan.pdf", "gongkai.pdf", "duibi/index.html", "duizhao.md" })
            Assert.True(new FileInfo(Path.Combine(root, made)).Length > 500, made);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Its_pack_json_is_one()
    {
        List<PackProblem> problems = [];
        LocatedJson json = LocatedJson.Read("pack.json", Encoding.UTF8.GetBytes(Block("json", after: "### pack.json")), problems)!;
        ManifestReader.Read("pack.json", json, "xunwen-tongzhishu", problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void Its_rule_is_one_and_decides()
    {
        List<PackProblem> problems = [];
        LocatedJson json = LocatedJson.Read("rules.json", Encoding.UTF8.GetBytes($"[{Block("json", after: "### rules.json")}]"), problems)!;
        RuleParser.Parse(RulesReader.Read("rules.json", json, new Dictionary<string, IReadOnlyList<RuleText>>(), problems), problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void Its_script_renders_with_the_data_of_the_pack_it_is_from()
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = Templates.Files();
        files["xunwen-tongzhishu/writ.sbn"] = Encoding.UTF8.GetBytes(Block("", after: "### writ.sbn"));
        PackLibrary library = PackLibrary.Load(files);
        Pack pack = library.Find("xunwen-tongzhishu")!;
        CheckedData data = pack.Check(JsonElement.Parse(Templates.Example(pack.Id, "maximal").Json.Span), library.Profiles["default"], Templates.Now).Checked!;
        Manuscript.Read(pack.Write(data, Templates.Now).Text);
    }

    [Fact]
    public void Its_pieces_of_script_parse()
    {
        string[] pieces = [.. Spans().Where(span => span.StartsWith("{{", StringComparison.Ordinal) && span.EndsWith("}}", StringComparison.Ordinal) && !span.Contains('…', StringComparison.Ordinal) && !span.StartsWith("{{ if", StringComparison.Ordinal))];
        Assert.NotEmpty(pieces);
        foreach (string piece in pieces) Script.Parse(piece, "README.md", ScriptOptions.Strict);
        foreach (string opened in Spans().Where(span => span.StartsWith("{{ if", StringComparison.Ordinal))) Script.Parse(opened + "{{ end }}", "README.md", ScriptOptions.Strict);
    }

    [Fact]
    public void Its_pieces_of_JSON_parse()
    {
        string[] pieces = [.. Spans().Where(span => span.StartsWith('{') && !span.StartsWith("{{", StringComparison.Ordinal) || span.StartsWith('"') && span.Contains(':', StringComparison.Ordinal))];
        Assert.True(pieces.Length >= 5, string.Join('\n', pieces));
        foreach (string piece in pieces) JsonElement.Parse(piece.StartsWith('{') ? piece : $"{{{piece}}}");
    }

    [Theory]
    [InlineData("_schema", ".json")]
    [InlineData("_rules", ".json")]
    [InlineData("_styles", ".css")]
    public void The_shared_things_it_names_are_there(string folder, string extension)
    {
        string row = Text.Split('\n').Single(line => line.StartsWith($"| `{folder}/`", StringComparison.Ordinal)).Split('|')[2];
        string[] names = [.. Spans(row).Where(name => name.All(c => char.IsAsciiLetterLower(c) || c == '-'))];
        Assert.True(names.Length >= 8, row);
        string[] known = [.. Templates.Files().Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)[..^extension.Length])];
        // Rules are also told by the field they look at.
        Assert.Empty(names.Except(known).Except(["clauses", "measure", "approval"]));
    }

    [Fact]
    public void The_passages_it_lists_are_all_there_are_and_take_what_it_says()
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = Templates.Files();
        List<string> listed = [];
        foreach (string[] cells in Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains(".sbn` ", StringComparison.Ordinal)).Select(line => line.Split('|')).Where(cells => cells.Length == 5 && cells[1].Contains(".sbn`", StringComparison.Ordinal) && cells[1].Trim() != "`writ.sbn`"))
        {
            string[] parameters = [.. Spans(cells[2])];
            foreach (string passage in Spans(cells[1]))
            {
                listed.Add(passage);
                string head = Encoding.UTF8.GetString(files["_partials/" + passage].Span).Split('\n')[0];
                // Passages of one row share out its parameters.
                Assert.True(parameters.Length == 0 || parameters.Any(name => Regex.IsMatch(head, $@"\b{name}\b")), $"{passage}: {head}");
                foreach (string name in Spans(cells[1]).Take(2).Count() == 1 ? parameters : []) Assert.Matches($@"\b{name}\b", head);
            }
        }
        Assert.Equal(files.Keys.Where(path => path.StartsWith("_partials/", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_keywords_and_formats_it_lists_are_those_of_the_reader()
    {
        string section = Section("### data.schema.json");
        string[] listed = [.. Spans(section[..section.IndexOf("写了别的词", StringComparison.Ordinal)])];
        foreach (string keyword in new[] { "type", "properties", "required", "items", "enum", "const", "pattern", "format", "default", "$ref", "$defs", "x-privacy", "x-privacy-when", "maxItems", "multipleOf" }) Assert.Contains(keyword, listed);
        string[] formats = [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Spans(line.Split('|')[1])).Where(name => name != "format")];
        Assert.Equal(SchemaNames.Formats.Keys.Order(StringComparer.Ordinal), formats.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_functions_it_names_exist()
    {
        string[] functions = [.. Spans().Where(span => span.StartsWith("cn.", StringComparison.Ordinal) && span.Skip(3).All(c => char.IsAsciiLetterLower(c) || c == '_')).Distinct()];
        Assert.True(functions.Length >= 10, string.Join(' ', functions));
        foreach (string function in functions)
            Assert.NotEqual("", ScriptExpression.Parse($"object.typeof @{function}").Evaluate(new ScriptObject(), Templates.Library.Profiles["default"].Scripts).ToString());
    }

    [Fact]
    public void The_stages_kinds_and_markup_it_names_exist()
    {
        string manifest = Section("### pack.json");
        foreach (string stage in Stage.All) Assert.Contains(stage, manifest, StringComparison.Ordinal);
        foreach (string kind in Enum.GetNames<PackKind>()) Assert.Contains($"`{kind.ToLowerInvariant()}`", manifest, StringComparison.Ordinal);
        string[] elements = [.. Section("### writ.sbn").Split('\n').Where(line => line.StartsWith("- 标记：", StringComparison.Ordinal) || line.StartsWith("  行内", StringComparison.Ordinal))
            .SelectMany(line => Spans(line)).Where(span => !span.Contains('=', StringComparison.Ordinal)).SelectMany(span => span.Split(' '))];
        Assert.True(elements.Length >= 30, string.Join(' ', elements));
        foreach (string element in elements)
            Assert.True(Vocabulary.Find(element) is not null, element);
    }

    private static string Section(string heading) => Text[Text.IndexOf(heading, StringComparison.Ordinal)..].Split("\n## ")[0].Split("\n### ")[heading.StartsWith("### ", StringComparison.Ordinal) ? 0 : 1];

    private static string Block(string language, string after = "")
    {
        int from = Text.IndexOf(after, StringComparison.Ordinal);
        int start = Text.IndexOf($"```{language}\n", from, StringComparison.Ordinal) + language.Length + 4;
        return Text[start..Text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Spans() => Spans(Fences().Replace(Text, ""));

    private static IEnumerable<string> Spans(string text) => Code().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
