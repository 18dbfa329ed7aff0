using System.CommandLine;
using Spectre.Console;
using Writ.Documents;
using Writ.Outside;

namespace Writ.Cli;

/// <summary><c>writ packs</c>: the catalogue on one screen.</summary>
internal static class PacksCommand
{
    public static Command Create()
    {
        Option<bool> ids = new("--ids") { Description = "只列编号 · ids only, one a line" };
        Option<bool> coverage = new("--coverage") { Description = "两地规则与文书对照表（docs/coverage.md）· which writ answers which article of the local rules" };
        Command command = new("packs", "文书清单 · lists the packs") { ids, coverage };
        command.SetAction(parsed => parsed.GetValue(coverage) ? Cover() : List(parsed.GetValue(ids)));
        return command;
    }

    private static int List(bool idsOnly)
    {
        PackLibrary library = Library.Load();
        if (idsOnly)
        {
            foreach (Pack pack in library.Packs)
                Console.WriteLine(pack.Id);
            return ExitCode.Passed;
        }
        Table table = new Table().Border(TableBorder.Simple).AddColumns("no.", "id", "名称", "name", "version", "stage", "seal", "examples");
        foreach (Pack pack in library.Packs)
            table.AddRow(new[] { pack.Number, pack.Id, pack.Name.Zh, pack.Name.En, pack.Version, pack.Stage, pack.Seal ?? "–", string.Join(", ", pack.Examples.Where(e => !e.IsRejected).Select(Label)) }.Select(Markup.Escape).ToArray());
        AnsiConsole.Write(table);
        return ExitCode.Passed;
    }

    private static int Cover()
    {
        Console.Out.Write(Coverage.Write(Library.Load()));
        return ExitCode.Passed;
    }

    private static string Label(PackExample example) => example.Profile == "default" ? example.Name : $"{example.Name} ({example.Profile})";
}
