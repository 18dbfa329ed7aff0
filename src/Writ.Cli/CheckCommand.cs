using System.CommandLine;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>
/// <c>writ check [PACK…]</c>: parses every template, examines the packs, and renders the examples that pass. A pack may
/// be named by its id, its Chinese name or its folder.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> packs = new("pack") { Description = "文书编号、中文名或文件夹，缺省为全部 · ids, Chinese names or folders; all by default", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("check", "检查模板包 · checks packs") { packs };
        command.SetAction(parsed => Check(parsed.GetValue(packs) ?? []));
        return command;
    }

    private static int Check(string[] names)
    {
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
        int mistakesFound = chosen.Sum(pack => Check(house, pack));
        Console.WriteLine($"{chosen.Count} packs, {chosen.Sum(pack => pack.Schema.Fields.Count)} fields, {chosen.Sum(pack => pack.Rules.Count)} rules "
            + $"({chosen.SelectMany(pack => pack.Rules).Select(rule => rule.Code).Distinct().Count()} codes), {chosen.Sum(pack => pack.Examples.Count)} cases");
        Console.WriteLine(mistakesFound == 0 ? "通过 · passed" : $"{mistakesFound} mistakes");
        return mistakesFound == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static int Check(Chancery house, Pack pack)
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
        Console.WriteLine($"{(mistakes == 0 ? "ok  " : "FAIL")} {pack.Number,-5} {pack.Id} {pack.Name.Zh}: {pack.Examples.Count(e => !e.IsRejected)} examples, {pack.Examples.Count(e => e.IsRejected)} rejected ones");
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
