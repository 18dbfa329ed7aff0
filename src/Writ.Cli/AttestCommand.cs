using System.CommandLine;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary><c>writ attest FILE --act F | --capture F... --out F</c>: records what people did; <c>writ close FILE --out F</c>: strikes out unused slots and sets the closing seal.</summary>
internal static class AttestCommand
{
    public static Command Create()
    {
        Argument<string> document = Inputs.Document();
        Option<string> output = Inputs.Out();
        Option<string> act = new("--act") { Description = "签署记录（JSON）；有 --capture 时为其补充在场人员等 · the attestation; with --capture, who else was there" };
        Option<string[]> captures = new("--capture") { Description = "平板签署采集（JWS），按先后次序 · captures of tablets, in order", AllowMultipleArgumentsPerToken = true };
        Command command = new("attest", "签署 · records an attestation") { document, act, captures, output };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(act) is null && parsed.GetValue(captures) is null or [])
                parsed.AddError("请给出 --act 或者 --capture · give --act or --capture");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            Chancery house = Inputs.Chancery();
            return Write(parsed.GetRequiredValue(output), await Desk(house).AttestAsync(
                Inputs.Read(parsed.GetRequiredValue(document)), parsed.GetValue(act) is { } file ? Inputs.ReadJson(file) : null,
                [.. (parsed.GetValue(captures) ?? []).Select(capture => System.Text.Encoding.ASCII.GetString(Inputs.Read(capture)).Trim())], house.Now, cancel));
        });
        return command;
    }

    public static Command CreateClose()
    {
        Argument<string> document = Inputs.Document();
        Option<string> output = Inputs.Out();
        Option<string> key = new("--key") { Description = "签章密钥名称 · name of the closing key", DefaultValueFactory = _ => "bureau" };
        Command command = new("close", "封存 · closes a document") { document, key, output };
        command.SetAction((parsed, cancel) => CloseAsync(parsed.GetRequiredValue(document), parsed.GetRequiredValue(key), SealLevel.T, parsed.GetRequiredValue(output), cancel));
        return command;
    }

    /// <summary>The one way in which a document is closed, whichever command asks for it.</summary>
    public static async Task<int> CloseAsync(string document, string key, SealLevel level, string output, CancellationToken cancel)
    {
        Chancery house = Inputs.Chancery();
        SealOutcome<ISealKey> found = house.Seals.Keys.Find(key, caller: null);
        return Write(output, found.Succeeded
            ? await Desk(house).CloseAsync(Inputs.Read(document), found.Value, level, house.Now, cancel)
            : new AttestingOutcome.Refused(found.Problems));
    }

    private static AttestingDesk Desk(Chancery house) =>
        house.Attesting ?? throw new InvalidDataException("没有签署记录密钥或者证据保管证书 · there is no attestation key or no custody certificate");

    private static int Write(string output, AttestingOutcome outcome)
    {
        if (outcome is not AttestingOutcome.Recorded recorded)
            return Refuse(outcome);
        Problems.Print(recorded.Warnings);
        Inputs.Write(output, recorded.Document.Span);
        return ExitCode.Passed;
    }

    /// <summary>Prints why nothing was recorded or read.</summary>
    public static int Refuse(AttestingOutcome outcome)
    {
        switch (outcome)
        {
            case AttestingOutcome.Rejected rejected: Problems.Print(rejected.Problems); break;
            case AttestingOutcome.CaptureRefused refused: Problems.Print(refused.Problems); break;
            case AttestingOutcome.Forbidden forbidden: Problems.Print(forbidden.Problems); break;
            case AttestingOutcome.Refused refused: Problems.Print(refused.Problems); break;
            case AttestingOutcome.Unreadable unreadable: Console.Error.WriteLine($"错误 error document-unreadable: {unreadable.Zh} / {unreadable.En}"); break;
        }
        return ExitCode.Failed;
    }
}
