using System.CommandLine;
using System.Text;
using Writ.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
RootCommand root = new("市场监督管理行政执法文书 · writs of a market-supervision bureau: render, seal, verify")
{
    PacksCommand.Create(),
    ScriptCommand.Create(),
    CertsCommand.Create(),
    CheckCommand.Create(),
    NewCommand.Create(),
    PreviewCommand.Create(),
    DiffCommand.Create(),
    BenchCommand.Create(),
    RenderCommand.Create(),
    SealCommand.Create(),
    AttestCommand.Create(),
    AttestCommand.CreateClose(),
    InspectCommand.Create(),
    VerifyCommand.Create(),
    DumpCommand.Create(),
    HealthCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("writ --help");
    return ExitCode.Unusable;
}
return await Outcome.Of(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
