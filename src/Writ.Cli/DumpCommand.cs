using System.CommandLine;
using System.Text;
using Writ.Pdf;

namespace Writ.Cli;

/// <summary><c>writ dump FILE</c>: a PDF as stable text, revision by revision.</summary>
internal static class DumpCommand
{
    public static Command Create()
    {
        Argument<string> document = Inputs.Document();
        Option<bool> places = new("--places") { Description = "同时给出偏移与长度 · offsets and lengths too" };
        Command command = new("dump", "以文本列出 PDF 的全部对象 · every object of a PDF as text") { document, places };
        command.SetAction(parsed =>
        {
            Inputs.Write("-", Encoding.UTF8.GetBytes(PdfDump.Write(PdfFile.Open(Inputs.Read(parsed.GetRequiredValue(document))), parsed.GetValue(places))));
            return ExitCode.Passed;
        });
        return command;
    }
}
