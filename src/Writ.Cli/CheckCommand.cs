using System.CommandLine;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>
/// <c>writ check [PACK…]</c>: parses every template, examines the packs, renders the examples that pass, and compares
/// their texts with the approved ones. A pack may be named by its id, its Chinese name or its folder.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> packs = new("pack") { Description = "文书编号、中文名或文件夹，缺省为全部 · ids, Chinese names or folders; all by default", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> bless = new("--bless") { Description = "检查通过后把现在的文稿存为样稿 · approves the texts as they are, when all else is well" };
        Command command = new("check", "检查模板包 · checks packs") { packs, bless };
        command.SetAction(parsed => Check(parsed.GetValue(packs) ?? [], parsed.GetValue(bless)));
        return command;
    }

    private static int Check(string[] names, bool bless)
    {
        if (bless && Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            throw new InvalidDataException("样稿由人确认，CI中不存 · texts are approved by a person, not under CI");
        Chancery house;
        try
        {
            house = Inputs.Chancery();
        }
        // This is the command that exists to list them.
        catch (PackException mistakes)
        {
            foreach (PackProblem mistake in mistakes.Problems)
                Console.WriteLine(mistake);
            Console.WriteLine($"{mistakes.Problems.Count} mistakes");
            return ExitCode.Failed;
        }
        List<Pack> packs = [];
        foreach (string name in names)
        {
            if (Inputs.Find(house.Packs, name.TrimEnd('/').Split('/')[^1]) is not { } pack)
                return ExitCode.Unusable;
            packs.Add(pack);
        }
        IReadOnlyList<Pack> chosen = names.Length == 0 ? house.Packs.Packs : packs;
        GoldenManuscripts? goldens = GoldenManuscripts.Beside(HouseFolders.FromEnvironment().Templates);
        int mistakesFound = chosen.Sum(pack => Check(house, pack, goldens, bless));
        Console.WriteLine($"{chosen.Count} packs, {chosen.Sum(pack => pack.Schema.Fields.Count)} fields, {chosen.Sum(pack => pack.Rules.Count)} rules "
            + $"({chosen.SelectMany(pack => pack.Rules).Select(rule => rule.Code).Distinct().Count()} codes), {chosen.Sum(pack => pack.Examples.Count)} cases");
        Console.WriteLine(mistakesFound == 0 ? "通过 · passed" : $"{mistakesFound} mistakes");
        return mistakesFound == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static int Check(Chancery house, Pack pack, GoldenManuscripts? goldens, bool bless)
    {
        int mistakes = 0;
        foreach (PackProblem mistake in pack.Examine(house.Packs.Profiles, PackExample.Moment))
        {
            Console.WriteLine(mistake);
            mistakes++;
        }
        foreach (PackExample example in pack.Examples.Where(example => !example.IsRejected))
            foreach (Problem problem in Rendered(house, pack, example))
            {
                Console.WriteLine($"{pack.Id}/examples/{example.Name}: {problem}");
                mistakes++;
            }
        PackExample[] passing = [.. pack.Examples.Where(example => !example.IsRejected)];
        foreach (PackExample example in passing)
        {
            if (bless && mistakes == 0)
                goldens?.Approve(pack, example, house.Packs.Profiles[example.Profile]);
            else if (goldens?.Compare(pack, example, house.Packs.Profiles[example.Profile]) is { } difference)
            {
                Console.WriteLine(difference);
                mistakes++;
            }
        }
        int unapproved = goldens is null ? 0 : passing.Count(example => !goldens.Has(pack, example));
        Console.WriteLine($"{(mistakes == 0 ? "ok  " : "FAIL")} {pack.Number,-5} {pack.Id} {pack.Name.Zh}: {passing.Length} examples, {pack.Examples.Count(e => e.IsRejected)} rejected ones{(unapproved == 0 ? "" : $"，{unapproved} 个没有样稿 · without approved text")}");
        return mistakes;
    }

    // What data must give is examined by the pack itself; what is left is whether the examples come out on paper.
    private static IEnumerable<Problem> Rendered(Chancery house, Pack pack, PackExample example)
    {
        using JsonDocument data = JsonDocument.Parse(example.Json);
        DateTimeOffset now = PackExample.Moment;
        return pack.Check(data.RootElement, house.Packs.Profiles[example.Profile], now).Checked is { } passed
            ? house.Render(passed, now).Problems.Where(problem => problem.Severity == Severity.Error)
            : [];
    }
}
