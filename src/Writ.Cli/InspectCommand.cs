using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Writ.Outside;

namespace Writ.Cli;

/// <summary><c>writ inspect FILE</c>: slots and their standing, what people did, and the case data, read from the file alone; needs no template, key or network.</summary>
internal static class InspectCommand
{
    // For people to read in a terminal: Chinese stays Chinese.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static Command Create()
    {
        Argument<string> document = Inputs.Document();
        Option<string> output = Inputs.Out();
        (output.Required, output.DefaultValueFactory) = (false, _ => "-");
        Command command = new("inspect", "查看签署栏、签署经过和案情数据（JSON）· slots, history and case data as JSON") { document, output };
        command.SetAction(parsed =>
        {
            if (AttestingDesk.Read(Inputs.Read(parsed.GetRequiredValue(document)), out AttestingOutcome? unreadable) is not { } state)
                return AttestCommand.Refuse(unreadable!);
            Inputs.Write(parsed.GetRequiredValue(output), [.. JsonSerializer.SerializeToUtf8Bytes(InspectionReport.Of(state), Readable), (byte)'\n']);
            return ExitCode.Passed;
        });
        return command;
    }
}
