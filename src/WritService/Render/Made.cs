using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Access;
using WritService.Observing;
using WritService.Packs;
using WritService.Problems;
using WritService.Seal;

namespace WritService.Render;

/// <summary>What came of one writ: a document with its receipt, or the problem that stopped it.</summary>
internal sealed record Made(ReadOnlyMemory<byte> Document, DocumentReceipt? Receipt, ProblemAnswer? Problem)
{
    /// <summary>The whole road for one caller and one writ: found, allowed, checked, masked for its audience, rendered, and sealed when a key is named.</summary>
    public static async Task<Made> FromAsync(Chancery house, Caller caller, Language language, string packName, JsonElement caseData, string profileId, string? seal, Derivation derivation, DateTimeOffset now, CancellationToken cancel)
    {
        if (house.Packs.Find(packName) is not { } pack)
            return Not(PackCalls.Unknown(packName));
        if (!house.Packs.Profiles.TryGetValue(profileId, out Profile? profile) || !caller.MayUse(profile.Id))
            return Not(new ProblemAnswer(ProblemKinds.UnknownProfile));
        ISealKey? key = null;
        if (seal is not null && SealAnswers.Find(house, caller, seal, out key) is { } noKey)
            return Not(noKey);
        CheckResult check;
        using (Instruments.Begin("check"))
            check = pack.Check(caseData, profile, now);
        if (check.Checked is not { } data)
            return Not(Refused(ProblemKinds.DataRejected, check.Problems));
        CheckResult disclosed = Disclosing.Prepare(data, derivation);
        if (disclosed.Checked is not { } shown)
            return Not(Refused(ProblemKinds.DataRejected, disclosed.Problems));
        RenderResult result;
        using (Instruments.Begin("render"))
            result = house.Render(shown, now, cancel: cancel);
        if (result.Writ is not { } writ)
            return Not(Refused(ProblemKinds.RenderingFailed, result.Problems));
        SealedDocument? sealedNow = null;
        if (key is not null)
        {
            using Instruments.Stage sealing = Instruments.Begin("seal");
            SealOutcome<SealedDocument> outcome = await house.SealAsync(writ.Pdf, key, FieldNames.Issuer, SealLevel.T, now, cancel);
            if (!outcome.Succeeded)
                return Not(SealAnswers.Refused(outcome.Problems));
            sealedNow = outcome.Value;
        }
        Instruments.Document(pack.Id, key is not null);
        return new Made(sealedNow?.Bytes ?? writ.Pdf, DocumentReceipt.Of(writ, sealedNow, seal, DataErrors.In(language, [.. check.Problems, .. result.Problems])), null);
    }

    private static Made Not(ProblemAnswer problem) => new(default, null, problem);

    private static ProblemAnswer Refused(ProblemKind kind, IReadOnlyList<Problem> problems) => new(kind, errors: language => DataErrors.In(language, problems));
}
