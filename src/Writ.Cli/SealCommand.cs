using System.CommandLine;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;

namespace Writ.Cli;

/// <summary><c>writ seal FILE --out F</c>: one sealed revision more; with a higher level also the proofs and the archive timestamp.</summary>
internal static class SealCommand
{
    public static Command Create()
    {
        Argument<string> document = Inputs.Document();
        Option<string> output = Inputs.Out();
        Option<string> key = new("--key") { Description = "签章密钥名称 · name of the seal key", DefaultValueFactory = _ => "bureau" };
        Option<string> field = new("--field") { Description = "签章域 · signature field: Issuer, Close, …", DefaultValueFactory = _ => FieldNames.Issuer };
        Option<string> level = new("--level") { Description = "级别 · level: B-T, B-LT, B-LTA", DefaultValueFactory = _ => "B-T" };
        level.AcceptOnlyFromAmong("B-T", "B-LT", "B-LTA");
        Command command = new("seal", "签章 · seals a document") { document, output, key, field, level };
        command.SetAction(async (parsed, cancel) =>
        {
            SealLevel wanted = SealLevels.Named(parsed.GetRequiredValue(level))!.Value;
            if (parsed.GetRequiredValue(field) == FieldNames.Close)
                return await AttestCommand.CloseAsync(parsed.GetRequiredValue(document), parsed.GetRequiredValue(key), wanted, parsed.GetRequiredValue(output), cancel);
            Chancery house = Inputs.Chancery();
            return Write(parsed.GetRequiredValue(output), await SealAsync(house, Inputs.Read(parsed.GetRequiredValue(document)), parsed.GetRequiredValue(key),
                parsed.GetRequiredValue(field), wanted, house.Now, cancel));
        });
        return command;
    }

    /// <summary>Seals with the key of that name; the field says what kind of act it is.</summary>
    public static async Task<SealOutcome<SealedDocument>> SealAsync(Chancery house, ReadOnlyMemory<byte> document, string key, string field, SealLevel level, DateTimeOffset now, CancellationToken cancel)
    {
        SealOutcome<ISealKey> found = house.Seals.Keys.Find(key, caller: null);
        return found.Succeeded
            ? await house.SealAsync(document, found.Value, field, level, now, cancel)
            : SealOutcome<SealedDocument>.Refuse(found.Problems);
    }

    /// <summary>Writes the sealed document, or prints why there is none.</summary>
    public static int Write(string output, SealOutcome<SealedDocument> outcome)
    {
        Problems.Print(outcome.Problems);
        if (!outcome.Succeeded)
            return ExitCode.Failed;
        Inputs.Write(output, outcome.Value.Bytes.Span);
        return ExitCode.Passed;
    }
}
