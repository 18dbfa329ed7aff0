using System.CommandLine;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary>
/// <c>writ check [PACK…]</c>: parses every template, holds every example against what it must give, and renders those that pass. A pack may
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
        int mistakesFound = (names.Length == 0 ? house.Packs.Packs : packs).Sum(pack => Check(house, pack));
        Console.WriteLine(mistakesFound == 0 ? "通过 · passed" : $"{mistakesFound} mistakes");
        return mistakesFound == 0 ? ExitCode.Passed : ExitCode.Failed;
    }

    private static int Check(Chancery house, Pack pack)
    {
        int mistakes = 0;
        foreach (PackProblem mistake in pack.Examine(house.Packs.Profiles, house.Now))
        {
            Console.WriteLine(mistake);
            mistakes++;
        }
        foreach (PackExample example in pack.Examples)
        {
            string place = $"{pack.Id}/examples/{(example.IsRejected ? "rejected/" : "")}{example.Name}";
            foreach (string mistake in Mistakes(house, pack, example))
            {
                Console.WriteLine($"{place}: {mistake}");
                mistakes++;
            }
        }
        Console.WriteLine($"{(mistakes == 0 ? "ok  " : "FAIL")} {pack.Number,-5} {pack.Id} {pack.Name.Zh}: {pack.Examples.Count(e => !e.IsRejected)} examples, {pack.Examples.Count(e => e.IsRejected)} rejected ones");
        return mistakes;
    }

    private static IEnumerable<string> Mistakes(Chancery house, Pack pack, PackExample example)
    {
        using JsonDocument data = JsonDocument.Parse(example.Json);
        DateTimeOffset now = house.Now;
        CheckResult check = pack.Check(data.RootElement, house.Packs.Profiles[example.Profile], now);
        if (example.Expected is { } expected)
        {
            HashSet<ExpectedProblem> found = [.. check.Problems.Select(problem => new ExpectedProblem(problem.Code, problem.Path))];
            return [.. expected.Where(problem => !found.Contains(problem)).Select(problem => $"expected {problem.Code} at {problem.Path}"),
                .. found.Where(problem => !expected.Contains(problem)).Select(problem => $"unexpected {problem.Code} at {problem.Path}")];
        }
        if (check.Checked is not { } passed)
            return check.Problems.Select(problem => problem.ToString());
        RenderResult result = house.Render(passed, now);
        return result.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.ToString());
    }
}
