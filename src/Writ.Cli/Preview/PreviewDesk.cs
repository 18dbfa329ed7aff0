using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Typesetting;

namespace Writ.Cli;

/// <summary>Reads the templates anew and renders one example of one pack; every mistake comes back with file, line and column.</summary>
internal sealed class PreviewDesk(string templates, FontLibrary fonts)
{
    /// <summary>Templates change while they are looked at: each look reads them all.</summary>
    public PreviewResult Look(PreviewRequest request)
    {
        PackLibrary library;
        try
        {
            library = PackLibrary.Load(TemplateFiles.Read(templates));
        }
        catch (PackException mistakes)
        {
            return new PreviewResult([], [], [], request, mistakes.Problems, default);
        }
        if ((request.Pack is null ? library.Packs[0] : library.Find(request.Pack)) is not { } pack)
            return new PreviewResult(Choices(library), [], [], request, [Missing($"没有这种文书：{request.Pack}", $"there is no such pack: {request.Pack}")], default);

        PackExample[] examples = [.. pack.Examples.Where(example => !example.IsRejected)];
        PackExample example = examples.FirstOrDefault(example => Name(example) == request.Example) ?? examples[0];
        string profile = request.Profile is { } asked && library.Profiles.ContainsKey(asked) ? asked : example.Profile;
        (List<PackProblem> problems, ReadOnlyMemory<byte> pdf) = Render(library, pack, example, library.Profiles[profile]);
        return new PreviewResult(Choices(library), [.. examples.Select(one => new PreviewChoice(Name(one), Name(one)))],
            [.. library.Profiles.Values.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => new PreviewChoice(one.Id, one.Name))],
            new PreviewRequest(pack.Id, Name(example), profile), problems, pdf);
    }

    private (List<PackProblem> Problems, ReadOnlyMemory<byte> Pdf) Render(PackLibrary library, Pack pack, PackExample example, Profile profile)
    {
        DateTimeOffset now = PackExample.Moment;
        List<PackProblem> problems = [.. pack.Examine(library.Profiles, now)];
        string file = $"{pack.Id}/examples/{example.Name}.json";
        CheckResult check = pack.Check(JsonElement.Parse(example.Json.Span), profile, now);
        problems.AddRange(check.Problems.Select(problem => Of(file, problem)));
        if (check.Checked is not { } data)
            return (problems, default);
        RenderResult result = new Renderer(library, fonts).Render(data, now);
        // That a script fails, and where, the examination has told already.
        problems.AddRange(result.Problems.Where(problem => problem.Code != "script-failed").Select(problem => Of(file, problem)));
        return ([.. problems.Distinct()], result.Writ?.Pdf ?? default);
    }

    // What rendering says of a template names the line in its text.
    private static PackProblem Of(string file, Problem problem) =>
        new(file, 0, 0, problem.Code, new Bilingual($"{problem.Path} {problem.Text.Zh}", $"{problem.Path} {problem.Text.En}"));

    private static PackProblem Missing(string zh, string en) => new("templates", 0, 0, "unknown-pack", new Bilingual(zh, en));

    private static PreviewChoice[] Choices(PackLibrary library) => [.. library.Packs.Select(pack => new PreviewChoice(pack.Id, $"{pack.Number} {pack.Name.Zh}"))];

    private static string Name(PackExample example) => example.Profile == "default" ? example.Name : $"{example.Name}.{example.Profile}";
}
